from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.network_mix import FunctionTalk, network_mix, talks_by_function
from careerdesk.domain.network import DEFAULT_MIX, Contact, MixTarget

FUNCTIONS = st.sampled_from(["technical", "Product", "product ", "design", "law", "", "  "])
CONTACTS = st.lists(FUNCTIONS.map(lambda name: contact(name)), max_size=20)
TARGETS = st.lists(
    st.builds(
        MixTarget.new,
        st.sampled_from(["technical", "product", "sales"]),
        st.integers(0, 5),
    ),
    max_size=4,
)


def contact(function: str) -> Contact:
    return replace(Contact.new("Ada"), function=function)


@given(CONTACTS, TARGETS)
def test_that_shares_and_targets_sum_to_one_or_are_unknown(
    contacts: list[Contact], targets: list[MixTarget]
) -> None:
    mix = network_mix(contacts, targets)
    shares = [share.share for share in mix.shares]
    aims = [share.target for share in mix.shares]
    if mix.with_function:
        assert sum(share for share in shares if share is not None) == 1
    else:
        assert set(shares) <= {None}
    if not targets or any(target.weight for target in targets):
        assert sum(aim for aim in aims if aim is not None) == 1
    else:
        assert set(aims) <= {None}


@given(CONTACTS, TARGETS)
def test_that_every_person_is_counted_once(
    contacts: list[Contact], targets: list[MixTarget]
) -> None:
    mix = network_mix(contacts, targets)
    assert sum(share.people for share in mix.shares) == mix.with_function
    assert mix.with_function + mix.without_function == len(contacts)


@given(CONTACTS, TARGETS)
def test_that_no_function_is_further_below_than_the_furthest(
    contacts: list[Contact], targets: list[MixTarget]
) -> None:
    mix = network_mix(contacts, targets)
    furthest = mix.furthest_below()
    most = max((share.shortfall for share in mix.shares), default=Fraction(0))
    assert (furthest.shortfall if furthest else 0) == most


def test_that_a_desk_without_targets_aims_at_equal_shares() -> None:
    mix = network_mix([contact("technical")], [])
    assert [share.function for share in mix.shares] == list(DEFAULT_MIX)
    assert {share.target for share in mix.shares} == {Fraction(1, 4)}
    furthest = mix.furthest_below()
    assert furthest is not None
    assert furthest.function == "product"


def test_that_known_functions_come_first_and_case_does_not_part_people() -> None:
    mix = network_mix([contact("Law"), contact(" law "), contact("Technical")], [])
    assert [(share.function, share.people) for share in mix.shares][-1] == ("Law", 2)
    assert mix.shares[0].people == 1


def test_that_nothing_is_lacking_while_no_function_is_known() -> None:
    assert network_mix([contact("")], []).furthest_below() is None


def test_that_a_function_with_weight_nought_is_wanted_by_nobody() -> None:
    mix = network_mix([contact("technical")], [MixTarget.new("product", 0)])
    assert [share.target for share in mix.shares] == [None, None]
    assert mix.furthest_below() is None


def test_that_talks_are_counted_by_function_whatever_its_spelling() -> None:
    ada, ben, law, other = contact("Product"), contact("product "), contact("Law"), contact(" ")
    talks = [{ada.id, ben.id}, {ada.id, law.id}, {other.id}, {other.id}, {other.id}]
    assert talks_by_function([ada, ben, law, other], talks) == (
        FunctionTalk("product", conversations=2, people=2),
        FunctionTalk("Law", conversations=1, people=1),
        FunctionTalk("", conversations=3, people=1),
    )
