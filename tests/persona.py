"""A senior machine-learning engineer before and after becoming an AI product manager.

The levels are a reading of a story, not data about a person; a skill that is not listed is unknown.
"""

from __future__ import annotations

from typing import Final

BEFORE: Final = {
    "python": 5, "prog_second": 3, "algorithms": 4, "sw_design": 4, "api_design": 3,
    "testing": 3, "version_control": 4, "debugging": 4, "sql": 3, "data_pipelines": 4,
    "big_data": 4, "data_quality": 3, "statistics": 4, "exploratory_analysis": 3,
    "ml_fundamentals": 5, "feature_engineering": 4, "model_evaluation": 5, "deep_learning": 4,
    "dl_frameworks": 5, "recsys": 4, "computer_vision": 3, "nlp": 3, "maths_ml": 4,
    "model_optimisation": 4, "cloud": 4, "containers": 4, "mlops_lifecycle": 4,
    "model_serving": 4, "monitoring_drift": 4, "distributed_systems": 3, "cost_engineering":
    3, "ai_feasibility": 3, "tech_translation": 2, "llm_fundamentals": 2, "prompt_design": 1,
    "rapid_ai_prototyping": 2, "problem_framing": 2, "customer_discovery": 1, "requirements":
    1, "roadmapping": 1, "outcome_goals": 1, "product_strategy": 0, "launch_iteration": 1,
    "product_analytics": 1, "business_case": 1, "stakeholder_mgmt": 2, "influence": 2,
    "fairness_ethics": 1, "presenting": 2, "written_comms": 3, "coaching": 2,
    "agile_delivery": 2,
}  # fmt: skip
AFTER: Final = {
    **BEFORE,
    "ai_feasibility": 4, "tech_translation": 3, "llm_fundamentals": 3, "prompt_design": 3,
    "rapid_ai_prototyping": 3, "problem_framing": 3, "customer_discovery": 3, "requirements":
    3, "roadmapping": 3, "outcome_goals": 3, "product_strategy": 2, "launch_iteration": 3,
    "product_analytics": 2, "business_case": 3, "stakeholder_mgmt": 3, "influence": 3,
    "presenting": 3, "llm_evaluation": 2,
}  # fmt: skip
