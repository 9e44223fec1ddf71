"""The signs by which a line of a letter gives away which part it belongs to.

A line is a paragraph's text without the blanks around it.
"""

import re

from plainreply.patterns import pattern

LONGEST = 200  # code points: a line of a letterhead, an addressee or a sign-off is no longer
PROSE_WORDS = 8
MOST_WORDS = 12

_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_NAME = rf"(?:{_INITIALS}\s?{_SURNAME}|{_SURNAME}\s{_INITIALS})"
_FULL_NAME = rf"{_SURNAME}(?:\s{_SURNAME}){{1,2}}"


def _full(father: str) -> str:
    """Return a pattern of a full name whose patronymic ends so."""
    patronymic = rf"[А-ЯЁ][а-яё]+{father}"
    return (
        rf"(?:{_SURNAME}\s{_SURNAME}\s{patronymic}\b|{_SURNAME}\s{patronymic}\s{_SURNAME}"
        rf"|{_SURNAME}\s{_SURNAME}\s{_SURNAME}\s(?:оглы|кызы)\b)"
    )


_DATE = r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|«?\d{1,2}»?\s[а-яё]+\s\d{4}|«?_{2,}[«»_\s\d.]*)"
_POSITION = (
    r"(?:(?:перв|главн|ведущ|старш)\w+\s)?(?:заместител|начальник|директор|министр|руководител"
    r"|глав[аы]\b|председател|советник|специалист|консультант|врач|инспектор|прокурор|исполняющ"
    r"|врио\b|и\.\s?о\.)"
)

_WORD = pattern(r"[^\W\d_]{2,}")
_ENDED = pattern(r"[.!?:;…][»”\"')\]]*$")
_HAIL = (
    r"(?i:здравствуй(?:те)?\b|приветству(?:ем|ю)\b"
    r"|добр(?:ый|ое|ого)\s(?:день|вечер|утро|дня|вечера|утра|здоровья|времени)\b)"
)
_SALUTATION = pattern(
    rf"(?i:(?:глубоко|много)?уважаем(?:ый|ая|ые|ое)\b)|{_HAIL}"
    rf"|(?i:дорог(?:ой|ая|ие)\b)[^.?:;\n]{{2,60}}!"
    rf"|{_SURNAME}(?:\s(?:{_SURNAME}|кызы|оглы)){{0,2}},\s{_HAIL}"
)
_REGISTRATION = pattern(
    rf"(?:(?:исх|вх)\w*[.:\s]*)?(?:от\s+)?{_DATE}(?:\s?(?:г\.|года))?,?\s*№"
    rf"|(?:(?:на|исх|вх)\b[^№]{{0,25}})?№\s*\S+\s+от\s+{_DATE}",
    re.IGNORECASE,
)
_CONTACT = pattern(
    r"\b(?:e-?mail|тел(?:ефон)?|факс|ИНН|ОГРН|ОКПО|КПП)\b[\s.:№]*[\w(+]"
    r"|\b\d{6}\b|[\w.-]+@[\w-]+\.\w|https?://|www\.|^адрес:|^(?:ул|пр|пер|пл|наб|мкр)\.\s?\S",
    re.IGNORECASE,
)
_BODY = pattern(
    r"(?:министерство|департамент|управление|комитет|администрация|агентство|служба|инспекция"
    r"|федеральн|государственн|муниципальн|правительство|межрайонн)[^.!?,;:]*$"
    r"|[А-ЯЁ]{0,5}(?:ООО|АО|УП|БУ|КУ|АУ|ОУ)\s[«\"]",
    re.IGNORECASE,
)
_TO = pattern(
    rf"{_NAME}(?:$|[,(\s]*\W)|(?:\w+\s){{0,4}}{_full('(?:ич[ау]|[вчш]н[еы])')}"
    rf"|(?:\w+:\s)?{_full('(?:ич|[вчш]на)')}(?:$|\s*[,(])"
    r"|(?i:кому|копия|для|потребителю|гражданину|гражданке|заявителю|директору|начальнику"
    r"|руководителю|председателю|главе|заместителю|инициативной\sгруппе|супругам"
    r"|(?:абонент|жител)[юя]м?)\b|(?i:гр\.\s)",
)
_SUBJECT = pattern(
    r"об?о?\s\w|(?:уведомление|предупреждение|извещение|отказ|решение|разъяснение|справка|ответ"
    r"|информационное\sписьмо)\b",
    re.IGNORECASE,
)
_CLOSING = pattern(
    r"(?i:с\s(?:\w+\s)?уважением|с\sнаилучшими\sпожеланиями|с\sблагодарностью|искренне\sваш)"
    r"(?i:\s(?:и\s\w+|к\sвам))?(?:$|,\s*$|,?\s+[А-ЯЁ].{0,100}$|,\s.{0,100}[^.!?]$)"
)
_FAREWELL = pattern(
    r"(?:всего\s(?:\w+\s){0,2}(?:доброго|хорошего|лучшего)|до\s(?:\w+\s)?(?:встречи|свидания|связи)"
    r"|(?:хорош(?:его|ей|их)|приятн(?:ого|ой|ых)|удачн(?:ого|ой)|счастлив(?:ого|ой|ых)|л[её]гкой)"
    r"\s(?:\w+\s)?\w+|будьте\sздоровы|берегите\sсебя|обнимаем|искренне\sваш[аи]?"
    r")[,!.]?(?:$|\n)",
    re.IGNORECASE,
)
_POSITION_LINE = pattern(rf"{_POSITION}[^.!?:;]*$", re.IGNORECASE)
_SIGNATURE = pattern(rf"\S.{{2,150}}?(?:\t\s*|\s{{3,}})(?:{_NAME}|{_FULL_NAME})$", re.DOTALL)
_PERSON = pattern(rf"(?:{_NAME}|{_FULL_NAME})$")
_PHONE = pattern(r"\bтел\.|\+7|8\s?\(|\(\d{3,5}\)|\b\d{1,3}-\d{2}-\d{2}\b", re.IGNORECASE)
_SIGNED = pattern(rf"[А-ЯЁ][^.!?:;]{{3,100}}\s(?:{_NAME}|[А-ЯЁ]\.\s?{_SURNAME})$")
_PARTED = pattern(
    r"(?<!\bтел)(?<!\bкаб)(?<!\bдоб)(?<!\bисп)(?<=[\w)»]{3})[.!?]\s+[А-ЯЁ][а-яё]{2}"
    r"|:\s|[.!?:;…][»”\"')\]]*$|^[-–—•]"
)
"""What only a line with a sentence or a list has."""
_PHONE_OR_MAIL = pattern(
    r"(?:\+7|8)[\s-]?\(?\d{3}|\(\d{3,5}\)|\b\d{1,3}-\d{2}-\d{2}\b|[\w.-]+@[\w-]+\.\w|\bтел\."
)
_EXECUTOR = pattern(r"исп(?:\.|олн\.|олнитель\s*:)", re.IGNORECASE)
_ATTACHMENT = pattern(r"приложени[ея]\b", re.IGNORECASE)
_STAMP = pattern(
    r"ДОКУМЕНТ\s+ПОДПИСАН\b|ПОДПИСАНО?\s+ЭЛЕКТРОННОЙ\b|СВЕДЕНИЯ О СЕРТИФИКАТЕ\b"
    r"|(?i:документ\s+подписан\s+(?:\w+\s+){0,3}электронной\s+(?:цифровой\s+)?подписью\.?$"
    r"|подлинник\s+электронного\s+документа|м\.\s?п\.$)"
)
_STAMP_LINE = pattern(
    r"(?:\w+\s){0,3}электронной\s(?:цифровой\s)?подписью$|сертификат|владелец|кому\sвыдан|выдан\b"
    r"|действител|серийный|издател|дата\sподписания|подпись\sверна|хранится\sв",
    re.IGNORECASE,
)


def is_short(line: str) -> bool:
    """Tell whether a line is short enough for anything but the body."""
    return len(line) <= LONGEST


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence of the letter rather than a line of its form."""
    long = len(line) > LONGEST or len(_WORD.findall(line)) >= PROSE_WORDS
    return long and bool(_ENDED.search(line))


def is_salutation(line: str) -> bool:
    """Tell whether a line opens the letter: «Уважаемый Иван Иванович!», «Здравствуйте»."""
    return bool(_SALUTATION.match(line))


def is_registration(line: str) -> bool:
    """Tell whether a line holds a number and date: «12.03.2026 № 17», «на № ___ от ___»."""
    return is_short(line) and not is_prose(line) and bool(_REGISTRATION.match(line))


def is_contact(line: str) -> bool:
    """Tell whether a line holds an address, a telephone, a code or the like."""
    return is_short(line) and not _ENDED.search(line) and bool(_CONTACT.search(line))


def is_body_name(line: str) -> bool:
    """Tell whether a line is all capitals or opens with the name of a body and is no sentence."""
    loud = line.isupper() and len(_WORD.findall(line)) > 1
    return is_short(line) and not _ENDED.search(line) and (loud or bool(_BODY.match(line)))


def is_to(line: str) -> bool:
    """Tell whether a line names who gets the letter: «Окуневу В.В.», «Потребителю: …»."""
    return is_short(line) and not is_prose(line) and bool(_TO.match(line))


def is_subject(line: str) -> bool:
    """Tell whether a line says what the letter is or is about: «О ремонте», «УВЕДОМЛЕНИЕ»."""
    return is_short(line) and not _ENDED.search(line) and bool(_SUBJECT.match(line))


def is_closing(line: str) -> bool:
    """Tell whether a line closes the letter: «С уважением,», «Всего доброго!»."""
    return bool(_CLOSING.match(line) or _FAREWELL.match(line))


def is_position(line: str) -> bool:
    """Tell whether a line is a post without a name: «Заместитель начальника инспекции,»."""
    return is_short(line) and bool(_POSITION_LINE.match(line))


def is_signature(line: str) -> bool:
    """Tell whether a line has a post to the left and a name to the right."""
    return is_short(line) and bool(_SIGNATURE.match(line))


def is_person(line: str) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return bool(_PERSON.match(line))


def has_phone(line: str) -> bool:
    """Tell whether a short line holds a telephone number."""
    return is_short(line) and bool(_PHONE.search(line))


def is_contact_person(line: str) -> bool:
    """Tell whether a line names someone or a place to call and says no more: «Инспектор Котова,
    55-10-10»."""
    plain = is_short(line) and not line[:1].islower() and not _PARTED.search(line)
    few = plain and len(_WORD.findall(line)) <= MOST_WORDS
    return few and bool(_PHONE_OR_MAIL.search(line) or _SIGNED.match(line))


def is_executor(line: str) -> bool:
    """Tell whether a line names who prepared the letter: «Исп. Иванов И.И., тел. …»."""
    return is_short(line) and bool(_EXECUTOR.match(line))


def is_attachment(line: str) -> bool:
    """Tell whether a line announces an attachment."""
    return bool(_ATTACHMENT.match(line))


def is_stamp(line: str) -> bool:
    """Tell whether a line opens the mark of an electronic signature or a seal."""
    return len(line) <= 2 * LONGEST and bool(_STAMP.match(line))


def is_stamp_line(line: str) -> bool:
    """Tell whether a line behind a stamp still belongs to it: «Сертификат 00E2…»."""
    return is_short(line) and bool(_STAMP_LINE.match(line))
