"""The catalogue that is shipped: whole and consistent."""

from __future__ import annotations

import re

import pytest

from careerdesk.analysis.coverage import coverage
from careerdesk.assets import asset
from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import Route
from careerdesk.domain.catalogue import Goal, InterestType, Weight
from careerdesk.domain.catalogue_entries import HoursBasis, LearningResource
from careerdesk.domain.folding import fold
from careerdesk.domain.skills import Level

# A machine learning engineer who wants to become a product manager; what is not named is 0.
ENGINEER = {
    **dict.fromkeys(["python", "ml_fundamentals", "model_evaluation", "dl_frameworks"], 5),
    **dict.fromkeys(["algorithms", "sw_design", "version_control", "debugging", "recsys"], 4),
    **dict.fromkeys(["data_pipelines", "big_data", "statistics", "deep_learning", "maths_ml"], 4),
    **dict.fromkeys(["feature_engineering", "model_optimisation", "cloud", "containers"], 4),
    **dict.fromkeys(["mlops_lifecycle", "model_serving", "monitoring_drift"], 4),
    **dict.fromkeys(["prog_second", "api_design", "testing", "sql", "data_quality", "nlp"], 3),
    **dict.fromkeys(["exploratory_analysis", "computer_vision", "distributed_systems"], 3),
    **dict.fromkeys(["cost_engineering", "ai_feasibility", "written_comms"], 3),
    **dict.fromkeys(["tech_translation", "llm_fundamentals", "rapid_ai_prototyping"], 2),
    **dict.fromkeys(["problem_framing", "stakeholder_mgmt", "influence", "presenting"], 2),
    **dict.fromkeys(["coaching", "agile_delivery"], 2),
    **dict.fromkeys(["prompt_design", "customer_discovery", "requirements", "roadmapping"], 1),
    **dict.fromkeys(["outcome_goals", "launch_iteration", "product_analytics"], 1),
    **dict.fromkeys(["business_case", "fairness_ethics"], 1),
}
LEARNED = {
    **dict.fromkeys(["ai_feasibility"], 4),
    **dict.fromkeys(["tech_translation", "llm_fundamentals", "prompt_design", "influence"], 3),
    **dict.fromkeys(["rapid_ai_prototyping", "problem_framing", "customer_discovery"], 3),
    **dict.fromkeys(["requirements", "roadmapping", "outcome_goals", "launch_iteration"], 3),
    **dict.fromkeys(["business_case", "stakeholder_mgmt", "presenting"], 3),
    **dict.fromkeys(["product_strategy", "product_analytics", "llm_evaluation"], 2),
}


def test_that_the_catalogue_is_whole() -> None:
    book = catalogue()
    assert len(book.groups) == 9
    assert len(book.skills) == 87
    assert len(book.roles) == 25
    assert len(book.resources) == 110
    assert len(book.instrument.interests.items) == 36
    assert len(book.instrument.goals.questions) == 10


def test_that_everything_is_found_by_its_id_and_nothing_else_is() -> None:
    book = catalogue()
    assert all(book.group(one.id) is one for one in book.groups)
    assert all(book.skill(one.id) is one for one in book.skills)
    assert all(book.family(one.id) is one for one in book.families)
    assert all(book.role(one.id) is one for one in book.roles)
    assert all(book.resource(one.id) is one for one in book.resources)
    assert [book.group("x"), book.skill("x"), book.family("x")] == [None] * 3
    assert [book.role("x"), book.resource("x")] == [None] * 2


def test_that_every_reference_leads_somewhere() -> None:
    book = catalogue()
    for skill in book.skills:
        assert book.group(skill.group)
    for resource in book.resources:
        assert all(book.skill(one) for one in resource.skills)
    for role in book.roles:
        assert book.family(role.profile.family)
        assert all(book.skill(one.skill) for one in role.profile.requirements)
        assert all(book.resource(one) for one in role.typical_resources)
        assert all(book.role(one.role) for one in role.adjacent)


def test_that_the_ai_product_manager_has_its_three_specialisations() -> None:
    book = catalogue()
    found = [one.id for one in book.specialisations_of("ai_product_manager")]
    assert found == ["ml_platform_pm", "applied_llm_pm", "vertical_ai_pm"]
    assert book.specialisations_of("vertical_ai_pm") == book.specialisations_of("") == ()
    for role in book.roles:
        if role.specialisation_of:
            wider = book.role(role.specialisation_of)
            assert wider
            assert not wider.specialisation_of


def test_that_nothing_stands_alone() -> None:
    book = catalogue()
    asked = {one.skill for role in book.roles for one in role.profile.requirements}
    families = {role.profile.family for role in book.roles}
    assert asked == {one.id for one in book.skills}
    assert families == {one.id for one in book.families}
    assert all(book.skills_of(group.id) for group in book.groups)
    assert all(book.resources_for(skill.id) for skill in book.skills)
    assert book.resources_for("sql")[0].id == "stanford_sql"


def test_that_every_level_of_every_group_has_an_anchor() -> None:
    for group in catalogue().groups:
        assert set(group.anchors) == set(Level)
        assert len(set(group.anchors.values())) == len(Level)


def test_that_the_interests_of_a_role_are_the_mean_of_its_occupations() -> None:
    for role in catalogue().roles:
        assert sum(one.share for one in role.occupations) == pytest.approx(1)
        for kind in InterestType:
            mean = sum(one.share * one.occupation.interests[kind] for one in role.occupations)
            assert role.profile.interests[kind] == pytest.approx(mean, abs=0.0051)


def test_that_the_adjacent_roles_are_those_a_holder_covers_most() -> None:
    book = catalogue()
    for role in book.roles:
        levels = {one.skill: one.level for one in role.profile.requirements}
        reached = {}
        for other in book.roles:
            found = coverage(other.profile, levels)
            assert found is not None
            reached[other.id] = float(found.value)
        assert reached.pop(role.id) == 1
        nearest = sorted(reached.values(), reverse=True)[: len(role.adjacent)]
        assert len(nearest) == 4
        assert [one.coverage for one in role.adjacent] == pytest.approx(nearest, abs=0.0051)
        for one in role.adjacent:
            assert one.coverage == pytest.approx(reached[one.role], abs=0.0051)


def test_that_pay_lies_between_the_medians_and_comes_with_its_caution() -> None:
    for role in catalogue().roles:
        medians = [one.median for one in role.pay.wages]
        assert (role.pay.low, role.pay.high) == (min(medians), max(medians))
        assert (role.pay.currency, role.pay.year) == ("USD", 2024)
        assert "stand-in" in role.pay.caution
        assert "Bureau of Labor Statistics" in role.pay.source


@pytest.mark.parametrize(
    ("learned", "expected", "place"),
    [({}, 0.452, 15), (LEARNED, 0.816, 4)],
    ids=["before", "after"],
)
def test_that_an_engineer_who_turns_to_products_is_where_the_method_says(
    learned: dict[str, int], expected: float, place: int
) -> None:
    """The example is worked out by hand in the description of the method."""
    levels = {one.id: Level((ENGINEER | learned).get(one.id, 0)) for one in catalogue().skills}
    reached = {}
    for role in catalogue().roles:
        found = coverage(role.profile, levels)
        assert found is not None
        reached[role.id] = found.value
    assert float(reached["ai_product_manager"]) == pytest.approx(expected, abs=0.0005)
    assert sorted(reached.values(), reverse=True)[0] == reached["ml_engineer"] == 1
    assert sorted(reached, key=lambda one: -reached[one])[place - 1] == "ai_product_manager"


def test_that_a_role_is_led_by_its_largest_occupation() -> None:
    role = catalogue().role("ai_product_manager")
    assert role is not None
    assert role.title == "AI Product Manager"
    assert role.main_occupation.title == "Marketing Managers"
    assert role.job_zone == 4
    assert len(role.main_occupation.skills) == 6


def test_that_every_essential_skill_of_a_role_is_taught_by_what_is_typical_for_it() -> None:
    book = catalogue()
    for role in book.roles:
        taught = set()
        for name in role.typical_resources:
            resource = book.resource(name)
            assert resource is not None
            needed = {one.skill for one in role.profile.requirements}
            assert needed & set(resource.skills), f"{name} teaches nothing of {role.id}"
            taught |= set(resource.skills)
        essential = {
            one.skill for one in role.profile.requirements if one.weight is Weight.ESSENTIAL
        }
        assert essential <= taught, role.id


def published_hours(resource: LearningResource) -> tuple[int, int] | None:
    """Work out the hours that the note of a resource tells."""
    counts = r"(?:(\d+) courses of )?(\d+) (?:weeks|chapters|units) of (?:about )?"
    found = re.search(counts + r"(\d+)(?: to (\d+))? h", resource.note)
    if not found:
        return None
    courses, parts, low, high = found.groups()
    times = int(courses or 1) * int(parts)
    return times * int(low), times * int(high or low)


def test_that_titles_of_onet_are_quoted_as_they_stand_there() -> None:
    words = " ".join(role.interests_basis for role in catalogue().roles)
    assert set(re.findall(r"'([A-Z][^']+)'", words)) == {
        "AI Consultant (Artificial Intelligence Consultant)",
        "AI Engineer (Artificial Intelligence Engineer)",
        "Big Data Engineer",
        "Computer Vision Engineer",
        "Computer Vision Scientist",
        "Data Analyst",
        "Data Engineer",
        "Data Engineering Manager",
        "DevOps Engineer",
        "Developer Advocate",
        "Development Manager",
        "Ethics Manager",
        "Governance Compliance and Risk Manager (GCR Manager)",
        "IT Consultant (Information Technology Consultant)",
        "Machine Learning Engineer",
        "Machine Learning Research Scientist",
        "NLP Engineer (Natural Language Processing Engineer)",
        "Product Manager",
        "Solutions Architect",
        "Technical Project Manager",
        "User Experience Designer (UX Designer)",
    }


def test_that_skills_that_lie_close_are_told_apart_by_their_names() -> None:
    names = {one.id: fold(one.name) for one in catalogue().skills}
    for one, other in [
        ("prototyping", "rapid_ai_prototyping"),
        ("go_to_market", "launch_iteration"),
    ]:
        shared = set(names[one].split()) & set(names[other].split())
        assert shared <= {"and"}, shared


def test_that_a_short_course_is_linked_and_not_the_list_of_all() -> None:
    assert all(one.url.split("short-courses/")[1:] != [""] for one in catalogue().resources)


def test_that_listed_hours_are_what_the_note_says() -> None:
    listed = [one for one in catalogue().resources if one.hours_basis is HoursBasis.LISTED]
    assert len(listed) == 20
    for one in listed:
        assert published_hours(one) == (one.low_minutes / 60, one.high_minutes / 60), one.id


def test_that_the_assessment_takes_less_than_a_quarter_of_an_hour() -> None:
    book = catalogue()
    time, parts = book.instrument.time, book.instrument
    assert time.interests == len(parts.interests.items) * 6
    assert time.goals == len(parts.goals.questions) * 8 + 25
    assert time.gates == len(book.groups) * 8
    assert time.ratings == parts.levels.most_ratings * 9
    assert time.practical == len(parts.practical) * 13
    assert time.total < 15 * 60


def test_that_neighbouring_statements_are_of_different_types() -> None:
    items = catalogue().instrument.interests.items
    assert "".join(one.type.value for one in items) == "RIASEC" * 6
    assert len({one.text for one in items}) == len({one.facet for one in items}) == 36


def test_that_the_goals_and_routes_are_those_that_are_stored() -> None:
    instrument = catalogue().instrument
    assert {one.goal for one in instrument.goals.questions} == set(Goal)
    route = next(one for one in instrument.practical if one.id == "route")
    assert set(route.choices or ()) == {one.value for one in Route}


def test_that_what_is_owed_to_others_is_said() -> None:
    lines = {one.id: one.text for one in catalogue().attributions}
    assert "O*NET 29.3 Database" in lines["onet"]
    assert "CC BY 4.0" in lines["onet"]
    assert "O*NET® is a trademark of USDOL/ETA" in lines["onet"]
    assert lines["esco"] == "This service uses the ESCO classification of the European Commission."
    assert "Open Government Licence v3.0" in lines["ogl"]
    assert "John Holland" in lines["holland"]


def test_that_every_sourced_figure_names_its_source_and_date() -> None:
    for one in catalogue().bases:
        assert (one.kind.value == "sourced") == bool(one.source and one.date), one.what
    dates = [part.occupation.dates for role in catalogue().roles for part in role.occupations]
    assert {one.interests.text for one in dates} == {"2023-11"}


def test_that_the_notices_say_the_same() -> None:
    notices = asset("licences/THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    words = " ".join(notices.split())
    assert all(one.text in words for one in catalogue().attributions)
