"""What a person chooses about the portfolio: its sections, what stays out of it, and its paper."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# A column that is added keeps a default for good, so the one row of preferences is moved to a
# table made anew. Nothing refers to it.
STATEMENTS = """
CREATE TABLE portfolio_section (
    id TEXT NOT NULL,
    section TEXT NOT NULL,
    rank INTEGER NOT NULL,
    is_shown INTEGER NOT NULL,
    CONSTRAINT pk_portfolio_section PRIMARY KEY (id)
) STRICT;
CREATE TABLE portfolio_hidden (
    id TEXT NOT NULL,
    link_id TEXT,
    skill_id TEXT,
    position_id TEXT,
    education_id TEXT,
    learning_item_id TEXT,
    certificate_id TEXT,
    CONSTRAINT pk_portfolio_hidden PRIMARY KEY (id),
    CONSTRAINT fk_portfolio_hidden_link_id_link
        FOREIGN KEY(link_id) REFERENCES link (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_portfolio_hidden_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_portfolio_hidden_position_id_position
        FOREIGN KEY(position_id) REFERENCES position (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_portfolio_hidden_education_id_education
        FOREIGN KEY(education_id) REFERENCES education (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_portfolio_hidden_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_portfolio_hidden_certificate_id_certificate
        FOREIGN KEY(certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_portfolio_hidden_one CHECK (
        (link_id IS NOT NULL) + (skill_id IS NOT NULL) + (position_id IS NOT NULL)
        + (education_id IS NOT NULL) + (learning_item_id IS NOT NULL)
        + (certificate_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX ix_portfolio_hidden_certificate_id ON portfolio_hidden (certificate_id);
CREATE INDEX ix_portfolio_hidden_education_id ON portfolio_hidden (education_id);
CREATE INDEX ix_portfolio_hidden_learning_item_id ON portfolio_hidden (learning_item_id);
CREATE INDEX ix_portfolio_hidden_link_id ON portfolio_hidden (link_id);
CREATE INDEX ix_portfolio_hidden_position_id ON portfolio_hidden (position_id);
CREATE INDEX ix_portfolio_hidden_skill_id ON portfolio_hidden (skill_id);
ALTER TABLE preferences RENAME TO preferences_before;
CREATE TABLE preferences (
    id TEXT NOT NULL,
    weekly_goal_minutes INTEGER,
    currency TEXT NOT NULL,
    first_weekday INTEGER NOT NULL,
    is_fictional INTEGER NOT NULL,
    paper TEXT NOT NULL,
    CONSTRAINT pk_preferences PRIMARY KEY (id)
) STRICT;
INSERT INTO preferences
    SELECT id, weekly_goal_minutes, currency, first_weekday, is_fictional, 'a4'
    FROM preferences_before;
DROP TABLE preferences_before;
"""


def upgrade() -> None:
    """Make the two tables, and give the preferences a paper."""
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
