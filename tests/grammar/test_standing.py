"""«Находится на рассмотрении» told by a verb: the subject becomes the object."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Ваша заявка находится на рассмотрении в отделе.",
            "Вашу заявку рассматривают в отделе.",
        ),
        ("Жалоба находилась на рассмотрении комиссии.", "Жалобу рассматривала комиссия."),
        ("Дорога нуждается в ремонте.", "Дорогу нужно отремонтировать."),
        ("Зданием и двором владеет школа, лифт находится в ремонте.", None),
        ("Здание находится в пользовании школы.", "Зданием пользуется школа."),
        ("Проект находится в стадии разработки.", "Проект разрабатывают."),
        ("Проект находится в стадии проработки комитетом.", "Проект прорабатывает комитет."),
        ("Дом находится в пользовании АО «Маяк».", "Домом пользуется АО «Маяк»."),
        ("Ребёнок находится на лечении в больнице.", "Ребёнок лечится в больнице."),
        ("Здание находится в пользовании.", None),
        ("Дорога не нуждается в ремонте.", None),
        ("Насос не поддаётся ремонту.", "Насос нельзя отремонтировать."),
        ("Вопрос находится на контроле у главы округа.", None),
        ("Дорога нуждалась в ремонте.", None),
        ("Дом находится под надёжной охраной.", None),
    ],
)
def test_states(text: str, result: str | None) -> None:
    sentence = parsed(text)
    split = next(iter(splits(sentence)), None)
    rewrite = unsplit(sentence, text, split) if split is not None else None
    if result is None:
        assert rewrite is None
    else:
        assert rewrite is not None
        assert applied(text, rewrite.redraft) == result
