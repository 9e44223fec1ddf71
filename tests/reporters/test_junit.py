"""JUnit reports."""

from pathlib import Path

import pytest
from lxml import etree
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Failed, Options, Outcome, render

XSD = Path(__file__).parents[1] / "schemas" / "junit-10.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"


def schema() -> etree.XMLSchema:
    """The schema of Jenkins, and the attributes beside it that pytest and other linters write."""
    tree = etree.parse(XSD)
    kind = tree.find(f"{XS}element[@name='testcase']/{XS}complexType")
    for name in ("file", "line", "column"):
        etree.SubElement(kind, f"{XS}attribute", name=name, type="xs:string")
    return etree.XMLSchema(tree)


SCHEMA = schema()


def suites(*outcomes: Outcome, info: bool = False) -> etree._Element:
    root = etree.fromstring(render("junit", outcomes, Options(info=info)).encode())
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize(
    "outcomes", [(), (MISSING,), (checked(TWO), checked(CLEAN)), (checked_word(CLEAN, PASSIVE),)]
)
def test_report_matches_the_schema(outcomes: tuple[Outcome, ...]) -> None:
    assert len(suites(*outcomes)) == len(outcomes)


def test_schema_refuses_what_is_wrong() -> None:
    root = suites(checked(PASSIVE))
    del root[0].attrib["tests"]
    assert not SCHEMA.validate(root)


def test_finding_is_a_failed_case_of_its_file() -> None:
    [suite] = suites(checked(f"Да.\n{PASSIVE}"))
    [case] = [case for case in suite.iter("testcase") if "passive" in case.get("name")]
    assert dict(case.attrib) == {
        "name": "passive 2:11", "classname": "ответ.txt", "file": "ответ.txt",
        "line": "2", "column": "11",
    }  # fmt: skip
    assert case[0].get("type") == "warning"
    assert case[0].get("message").startswith("«рассмотрено»: страдательный")
    assert case[0].text == (
        "ответ.txt:2:11\nКомиссией рассмотрено → Комиссия рассмотрела (можно принять сразу)"
    )


def test_clean_file_passes_and_unread_file_is_an_error() -> None:
    root = suites(checked(CLEAN), MISSING)
    assert dict(root.attrib) == {
        "name": "plainreply", "tests": "2", "failures": "0", "errors": "1",
    }  # fmt: skip
    assert len(root[0].find("testcase")) == 0
    assert root[1].find("testcase/error").get("message") == MISSING.reason


def test_file_has_its_score_as_a_property() -> None:
    properties = {p.get("name"): p.get("value") for p in suites(checked(TWO)).iter("property")}
    assert properties["format"] == "text" and 0 <= float(properties["score"]) <= 100


def test_characters_that_xml_cannot_hold_do_no_harm() -> None:
    text = f"Ко\x0bмис\x1bсией & <рассмотрено> \ufffe заявление.\x00 {PASSIVE}"
    assert suites(checked(text), Failed("a\x01\ud800.txt", "Нет <его>.")) is not None
