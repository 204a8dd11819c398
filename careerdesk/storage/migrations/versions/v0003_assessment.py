"""Roles, targets, evidence, actions and attempts at the assessment."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

NEW_TABLES = """
CREATE TABLE evidence (
    id TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    tier INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    project TEXT NOT NULL,
    url TEXT NOT NULL,
    learning_item_id TEXT,
    certificate_id TEXT,
    conversation_id TEXT,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT fk_evidence_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_evidence_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_evidence_certificate_id_certificate
        FOREIGN KEY(certificate_id) REFERENCES certificate (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_evidence_conversation_id_conversation
        FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_evidence_certificate_id ON evidence (certificate_id);
CREATE INDEX ix_evidence_conversation_id ON evidence (conversation_id);
CREATE INDEX ix_evidence_learning_item_id ON evidence (learning_item_id);
CREATE INDEX ix_evidence_skill_id ON evidence (skill_id);
CREATE TABLE action (
    id TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    learning_item_id TEXT,
    follow_up_id TEXT,
    planned_minutes INTEGER,
    aimed_level INTEGER,
    due TEXT,
    done_on TEXT,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_action PRIMARY KEY (id),
    CONSTRAINT fk_action_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_action_follow_up_id_follow_up
        FOREIGN KEY(follow_up_id) REFERENCES follow_up (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_action_follow_up_id ON action (follow_up_id);
CREATE INDEX ix_action_learning_item_id ON action (learning_item_id);
CREATE INDEX ix_action_skill_id ON action (skill_id);
CREATE TABLE role (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    family TEXT NOT NULL,
    summary TEXT NOT NULL,
    source TEXT NOT NULL,
    realistic INTEGER,
    investigative INTEGER,
    artistic INTEGER,
    social INTEGER,
    enterprising INTEGER,
    conventional INTEGER,
    autonomy INTEGER,
    impact INTEGER,
    income INTEGER,
    stability INTEGER,
    growth INTEGER,
    recognition INTEGER,
    collaboration INTEGER,
    focus INTEGER,
    flexibility INTEGER,
    leadership INTEGER,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id)
) STRICT;
CREATE TABLE role_skill (
    id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    skill TEXT NOT NULL,
    name TEXT NOT NULL,
    level INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    CONSTRAINT pk_role_skill PRIMARY KEY (id),
    CONSTRAINT fk_role_skill_role_id_role
        FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_role_skill_role_id UNIQUE (role_id, skill)
) STRICT;
CREATE INDEX ix_role_skill_role_id ON role_skill (role_id);
CREATE TABLE target (
    id TEXT NOT NULL,
    catalogue_role TEXT NOT NULL,
    role_id TEXT,
    since TEXT NOT NULL,
    is_current INTEGER NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_target PRIMARY KEY (id),
    CONSTRAINT fk_target_role_id_role
        FOREIGN KEY(role_id) REFERENCES role (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_target_role_id ON target (role_id);
CREATE TABLE attempt (
    id TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    place TEXT NOT NULL,
    hours_per_week INTEGER,
    ready_by TEXT,
    pay_floor_minor INTEGER,
    pay_currency TEXT NOT NULL,
    route TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (id)
) STRICT;
CREATE TABLE answer (
    id TEXT NOT NULL,
    attempt_id TEXT NOT NULL,
    part TEXT NOT NULL,
    item TEXT NOT NULL,
    state TEXT NOT NULL,
    value INTEGER,
    milliseconds INTEGER,
    CONSTRAINT pk_answer PRIMARY KEY (id),
    CONSTRAINT fk_answer_attempt_id_attempt
        FOREIGN KEY(attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_answer_attempt_id UNIQUE (attempt_id, part, item)
) STRICT;
CREATE INDEX ix_answer_attempt_id ON answer (attempt_id);
"""

# A column that is added keeps a default for good, so these tables are made anew. Foreign keys are
# off while that is done; the legacy way of renaming leaves them alone in the tables that have them.
REBUILT_TABLES = """
PRAGMA legacy_alter_table = ON;
ALTER TABLE skill RENAME TO skill_before;
CREATE TABLE skill (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_id TEXT,
    parent_id TEXT,
    interest INTEGER,
    last_used TEXT,
    catalogue_key TEXT NOT NULL,
    example TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_skill PRIMARY KEY (id),
    CONSTRAINT fk_skill_group_id_skill_group
        FOREIGN KEY(group_id) REFERENCES skill_group (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_skill_parent_id_skill
        FOREIGN KEY(parent_id) REFERENCES skill (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO skill
    SELECT id, name, group_id, parent_id, interest, last_used, '', '', note, is_private
    FROM skill_before;
DROP TABLE skill_before;
CREATE INDEX ix_skill_group_id ON skill (group_id);
CREATE INDEX ix_skill_parent_id ON skill (parent_id);
ALTER TABLE attachment RENAME TO attachment_before;
CREATE TABLE attachment (
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    profile_id TEXT,
    skill_id TEXT,
    position_id TEXT,
    education_id TEXT,
    learning_item_id TEXT,
    certificate_id TEXT,
    contact_id TEXT,
    conversation_id TEXT,
    evidence_id TEXT,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_sha256_blob
        FOREIGN KEY(sha256) REFERENCES blob (sha256)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_profile_id_profile
        FOREIGN KEY(profile_id) REFERENCES profile (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_position_id_position
        FOREIGN KEY(position_id) REFERENCES position (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_education_id_education
        FOREIGN KEY(education_id) REFERENCES education (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_certificate_id_certificate
        FOREIGN KEY(certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_contact_id_contact
        FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_conversation_id_conversation
        FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_attachment_evidence_id_evidence
        FOREIGN KEY(evidence_id) REFERENCES evidence (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_attachment_owner CHECK (
        (profile_id IS NOT NULL) + (skill_id IS NOT NULL) + (position_id IS NOT NULL)
        + (education_id IS NOT NULL) + (learning_item_id IS NOT NULL) + (certificate_id IS NOT NULL)
        + (contact_id IS NOT NULL) + (conversation_id IS NOT NULL) + (evidence_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO attachment
    SELECT id, file_name, media_type, size, sha256, profile_id, skill_id, position_id, education_id,
        learning_item_id, certificate_id, contact_id, conversation_id, NULL, is_private
    FROM attachment_before;
DROP TABLE attachment_before;
CREATE INDEX ix_attachment_certificate_id ON attachment (certificate_id);
CREATE INDEX ix_attachment_contact_id ON attachment (contact_id);
CREATE INDEX ix_attachment_conversation_id ON attachment (conversation_id);
CREATE INDEX ix_attachment_education_id ON attachment (education_id);
CREATE INDEX ix_attachment_evidence_id ON attachment (evidence_id);
CREATE INDEX ix_attachment_learning_item_id ON attachment (learning_item_id);
CREATE INDEX ix_attachment_position_id ON attachment (position_id);
CREATE INDEX ix_attachment_profile_id ON attachment (profile_id);
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE INDEX ix_attachment_skill_id ON attachment (skill_id);
ALTER TABLE preferences RENAME TO preferences_before;
CREATE TABLE preferences (
    id TEXT NOT NULL,
    weekly_goal_minutes INTEGER,
    currency TEXT NOT NULL,
    first_weekday INTEGER NOT NULL,
    is_fictional INTEGER NOT NULL,
    paper TEXT NOT NULL,
    stale_months INTEGER NOT NULL,
    coverage_share INTEGER NOT NULL,
    interest_share INTEGER NOT NULL,
    goal_share INTEGER NOT NULL,
    is_cautious INTEGER NOT NULL,
    CONSTRAINT pk_preferences PRIMARY KEY (id)
) STRICT;
INSERT INTO preferences
    SELECT id, weekly_goal_minutes, currency, first_weekday, is_fictional, paper, 12, 0, 0, 0, 0
    FROM preferences_before;
DROP TABLE preferences_before;
PRAGMA legacy_alter_table = OFF;
"""


def upgrade() -> None:
    """Make the tables, and give skills, attachments and preferences their columns."""
    for statement in (NEW_TABLES + REBUILT_TABLES).split(";\n"):
        if statement.strip():
            op.execute(statement)
