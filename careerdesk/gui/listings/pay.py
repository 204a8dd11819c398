"""Pay: what a position paid from when on; private from birth, and unknown is never 0."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale

from careerdesk._generated.forms.ui_pay_form import Ui_PayForm
from careerdesk.analysis.pay import cash_at_target
from careerdesk.domain.experience import Pay, PayId, Position
from careerdesk.domain.money import money_words
from careerdesk.gui.listings.currencies import offer_currencies
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.text import known_date, translate
from careerdesk.services import experience, records

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext

_UNKNOWN: Final = "?"  # the same sign everywhere


def base_words(pay: Pay) -> str:
    """Return the base pay, or the sign for unknown."""
    return _amount(pay, pay.base_minor)


def since_words(pay: Pay) -> str:
    """Return from when on it was paid."""
    if pay.since is None:
        return ""
    return translate("pay", "since {date}").format(date=known_date(pay.since))


def _amount(pay: Pay, minor: int | None) -> str:
    return _UNKNOWN if minor is None else money_words(minor, pay.currency)


def _percent(permille: int) -> str:
    return QLocale().toString(permille / 10, "f", 1 if permille % 10 else 0)


def _bonus(row: Row) -> str:
    permille = row.record.bonus_permille
    if permille is None:
        return _UNKNOWN
    return translate("pay", "{percent} %").format(percent=_percent(permille))


def _cash(row: Row) -> str:
    cash = cash_at_target(row.record)
    if cash is None:
        return _UNKNOWN
    words = money_words(cash.minor, row.record.currency)
    return translate("pay", "≥ {amount}").format(amount=words) if cash.is_least else words


def _cash_order(row: Row) -> tuple[str, int] | None:
    cash = cash_at_target(row.record)
    return None if cash is None else (row.record.currency, cash.minor)


def _order(row: Row, minor: int | None) -> tuple[str, int] | None:
    """Order amounts of one currency only; 90,000 of two are not the same."""
    return None if minor is None else (row.record.currency, minor)


_COLUMNS: Final = (
    Column(
        key="position",
        title=lambda: translate("pay", "Position"),
        text=lambda row: row.extra,
        width=24,
    ),
    Column(
        key="since",
        title=lambda: translate("pay", "Since"),
        text=lambda row: known_date(row.record.since),
        sort=lambda row: row.record.since,
        width=8,
    ),
    Column(
        key="base",
        title=lambda: translate("pay", "Base"),
        text=lambda row: base_words(row.record),
        sort=lambda row: _order(row, row.record.base_minor),
        is_number=True,
        width=11,
    ),
    Column(
        key="bonus",
        title=lambda: translate("pay", "Bonus"),
        text=_bonus,
        sort=lambda row: row.record.bonus_permille,
        is_number=True,
        width=6,
    ),
    Column(
        key="cash",
        title=lambda: translate("pay", "At target"),
        text=_cash,
        sort=_cash_order,
        is_number=True,
        width=11,
    ),
    Column(
        key="equity",
        title=lambda: translate("pay", "Equity"),
        text=lambda row: _amount(row.record, row.record.equity_minor),
        sort=lambda row: _order(row, row.record.equity_minor),
        is_number=True,
        width=7,
    ),
)


class PayHistory(Listing):
    """Pay, the latest first."""

    kind = Pay
    icon = "banknote"
    reads = (Position,)
    order = "-since"
    columns = _COLUMNS
    fields = (
        FieldSpec(
            name="position_id",
            offer=lambda context, field, _record: _offer_positions(context, field),
            is_kept=True,
            is_for_many=True,
        ),
        FieldSpec(name="since"),
        FieldSpec(
            name="currency",
            offer=offer_currencies,
            load=lambda context, pay: pay.currency or _usual(context),
            save=lambda context, pay, value: experience.change_currency(
                context.desk, pay, value, _usual(context)
            ),
            is_kept=True,
        ),
        FieldSpec(
            name="base_minor",
            offer=lambda _context, field, _record: field.hide_unit(),
            save=lambda context, pay, value: experience.change_amount(
                context.desk, pay, "base_minor", value, _usual(context)
            ),
            called="base pay",
        ),
        FieldSpec(name="bonus_permille", called="bonus"),
        FieldSpec(
            name="equity_minor",
            offer=lambda _context, field, _record: field.hide_unit(),
            save=lambda context, pay, value: experience.change_amount(
                context.desk, pay, "equity_minor", value, _usual(context)
            ),
            called="equity",
        ),
        FieldSpec(name="is_private", is_kept=True, is_for_many=True),
        FieldSpec(name="note"),
    )

    def counted(self, count: int) -> str:
        """Return a number of entries."""
        return translate("pay", "%n pay entry(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("pay", "No pay yet"),
            translate(
                "pay",
                "What a position paid from when on. Entries are private unless you say "
                "otherwise, and what you leave empty stays unknown; it is never counted as 0.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_PayForm()

    def defaults(self) -> dict[str, Any]:
        """Begin as private, in the currency of the desk."""
        return {"is_private": True, "currency": _usual(self.context)}

    def row(self, record: Pay) -> Row:
        """Return pay with what the position is called."""
        position = self.context.shelf.find(Position, record.position_id)
        return Row(record, position.title if position else "")

    def create(self, values: dict[str, Any]) -> Pay:
        """Store a new entry; its amounts were read in the currency of the desk."""
        usual = _usual(self.context)
        currency = (values.pop("currency") or usual).upper()
        base, equity = values.pop("base_minor"), values.pop("equity_minor")
        made = experience.with_amounts(
            Pay(id=PayId(uuid.uuid4()), **values),
            base,
            equity,
            read_in=usual,
            currency=currency,
        )
        records.add(self.context.desk, made)
        return made

    def name(self, record: Pay) -> str:
        """Name an entry by its position and its day."""
        named = (self.row(record).extra, known_date(record.since))
        return " · ".join(one for one in named if one)

    def panels(self) -> list[Panel]:
        """Say what it comes to."""
        return [_CashPanel(self.context)]


class _CashPanel(Panel):
    """One sentence on base and bonus together, and on what is not in it."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, translate("pay", "What it comes to"))

    def fill(self) -> None:
        """Say it."""
        pay: Pay = self.record
        cash = cash_at_target(pay)
        if cash is None:
            self.say(translate("pay", "The base pay is unknown, so there is no sum."))
            return
        amount = money_words(cash.minor, pay.currency)
        if pay.bonus_permille is None:
            words = translate("pay", "At least {amount} a year. A bonus is unknown.")
            self.say(words.format(amount=amount))
        else:
            words = translate("pay", "{amount} a year, with a bonus of {percent} % at target.")
            self.say(words.format(amount=amount, percent=_percent(pay.bonus_permille)))
        if pay.equity_minor is None:
            self.say(translate("pay", "Equity is unknown and not counted as 0."))
        elif pay.equity_minor:
            words = translate("pay", "Equity of {amount} a year comes on top and is no cash.")
            self.say(words.format(amount=money_words(pay.equity_minor, pay.currency)))


def _usual(context: GuiContext) -> str:
    return context.shelf.preferences().currency


def _offer_positions(context: GuiContext, field: Any) -> None:
    positions = context.shelf.by_id(Position)

    def words(key: Any) -> str:
        one = positions.get(key)
        return one.title if one else ""

    def everything() -> list[tuple[Any, str, str]]:
        return [(one.id, one.title, one.organization) for one in positions.values()]

    field.offer_many(translate("pay", "position"), everything, words)
