"""JUnit XML: a test suite a file, a failed test case a finding.

A file without findings is one test case that passed; one that was not checked is an error.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plainreply.places import Places
from plainreply.reporters.addresses import path
from plainreply.reporters.outcome import Checked, Failed, Options, Outcome, Outcomes
from plainreply.reporters.units import best_fix, change
from plainreply.reporters.words import SAFETY, printable
from plainreply.rule import Issue

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = "testsuites"
COUNTED = ("tests", "failures", "errors")
PASSED = "Замечаний нет"
READ = "Файл прочитан"


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield the test suites of all outcomes; findings that are not shown are no test cases.

    Of each outcome the text of its suite alone is held, for the totals of all stand first.
    """
    totals, suites = Counter(dict.fromkeys(COUNTED, 0)), []
    for outcome in outcomes:
        suite = _suite(outcome, options)
        totals.update({key: int(suite.get(key, "0")) for key in COUNTED})
        indent(suite, level=1)
        suites.append(f"\n  {_written(suite, options)}")
    told = {"name": "plainreply", **{key: str(number) for key, number in totals.items()}}
    yield HEAD + _written(Element(ROOT, told), options).removesuffix(" />") + ">"
    yield from suites
    yield f"\n</{ROOT}>\n"


def _written(element: Element, options: Options) -> str:
    text = tostring(element, encoding="unicode")
    return text.encode("ascii", "xmlcharrefreplace").decode() if options.ascii else text


def _suite(outcome: Outcome, options: Options) -> Element:
    name = printable(path(outcome.name))
    suite = Element("testsuite", name=name)
    if isinstance(outcome, Failed):
        case = SubElement(suite, "testcase", name=READ, classname=name, file=name)
        SubElement(case, "error", message=outcome.reason, type="unreadable-file")
    else:
        _checked(suite, outcome, name, options)
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    return suite


def _checked(suite: Element, checked: Checked, name: str, options: Options) -> None:
    report = checked.report
    properties = {
        "format": report.document.source.format,
        "score": report.score,
        "grade": report.grade,
        **{f"note-{at}": note for at, note in enumerate(report.document.source.notes, 1)},
    }
    held = SubElement(suite, "properties")
    for key, value in properties.items():
        if value is not None:
            told = f"{value:.1f}" if isinstance(value, float) else printable(str(value))
            SubElement(held, "property", name=key, value=told)
    shown = [issue for issue in report.issues if options.shows(issue)]
    places = Places(report.document)
    for issue in shown:
        suite.append(_case(issue, places, report.document.text, name))
    if not shown:
        SubElement(suite, "testcase", name=PASSED, classname=name, file=name)


def _case(issue: Issue, places: Places, text: str, name: str) -> Element:
    """Return a finding; ``line`` and ``column`` stand beside ``file`` as other linters have it."""
    region = places.region(issue.span)
    case = Element(
        "testcase",
        name=f"{issue.rule} {region.line}:{region.column}",
        classname=name,
        file=name,
        line=str(region.line),
        column=str(region.column),
    )
    message = printable(places.told(issue))
    failure = SubElement(case, "failure", message=message, type=issue.severity)
    failure.text = "\n".join([f"{name}:{places.label(issue.span.start)}", *_rewrite(issue, text)])
    return case


def _rewrite(issue: Issue, text: str) -> list[str]:
    fix = best_fix(issue)
    if fix is None:
        return []
    old, new = change(text, fix, issue.span)
    return [printable(f"{old} → {new} ({SAFETY[fix.safety]})" if new else f"убрать «{old}»")]
