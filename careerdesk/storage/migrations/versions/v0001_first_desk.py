"""The first desk: all records, the bytes of attachments, and the journal."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

# Foreign keys stand on lines of their own: a batch rebuild reads the SQL back, and would
# silently lose the name and the ON DELETE of a key written inside its column.
TABLES = """
CREATE TABLE blob (
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
) STRICT;
CREATE TABLE change (
    id INTEGER NOT NULL,
    title TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_change PRIMARY KEY (id)
) STRICT;
CREATE TABLE change_row (
    seq INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT pk_change_row PRIMARY KEY (seq)
) STRICT;
CREATE INDEX ix_change_row_change_id ON change_row (change_id);
CREATE TABLE contact (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    organization TEXT NOT NULL,
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    met TEXT,
    how_met TEXT NOT NULL,
    introduced_by TEXT,
    cadence_days INTEGER,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    url TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT fk_contact_introduced_by_contact
        FOREIGN KEY(introduced_by) REFERENCES contact (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_contact_introduced_by ON contact (introduced_by);
CREATE TABLE conversation (
    id TEXT NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT NOT NULL,
    minutes INTEGER,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY (id)
) STRICT;
CREATE TABLE education (
    id TEXT NOT NULL,
    school TEXT NOT NULL,
    degree TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    description TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_education PRIMARY KEY (id)
) STRICT;
CREATE TABLE learning_item (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    provider TEXT NOT NULL,
    status TEXT NOT NULL,
    planned_minutes INTEGER,
    cost_minor INTEGER,
    currency TEXT NOT NULL,
    url TEXT NOT NULL,
    started TEXT,
    finished TEXT,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_learning_item PRIMARY KEY (id)
) STRICT;
CREATE TABLE link (
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    url TEXT NOT NULL,
    rank INTEGER NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_link PRIMARY KEY (id)
) STRICT;
CREATE TABLE mix_target (
    id TEXT NOT NULL,
    function TEXT NOT NULL,
    weight INTEGER NOT NULL,
    CONSTRAINT pk_mix_target PRIMARY KEY (id)
) STRICT;
CREATE TABLE position (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    organization TEXT NOT NULL,
    location TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    description TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_position PRIMARY KEY (id)
) STRICT;
CREATE TABLE preferences (
    id TEXT NOT NULL,
    weekly_goal_minutes INTEGER,
    currency TEXT NOT NULL,
    first_weekday INTEGER NOT NULL,
    is_fictional INTEGER NOT NULL,
    CONSTRAINT pk_preferences PRIMARY KEY (id)
) STRICT;
CREATE TABLE profile (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    headline TEXT NOT NULL,
    statement TEXT NOT NULL,
    location TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_profile PRIMARY KEY (id)
) STRICT;
CREATE TABLE skill_group (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    rank INTEGER NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_skill_group PRIMARY KEY (id)
) STRICT;
CREATE TABLE certificate (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    learning_item_id TEXT,
    issued TEXT,
    expires TEXT,
    credential_id TEXT NOT NULL,
    url TEXT NOT NULL,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_certificate PRIMARY KEY (id),
    CONSTRAINT fk_certificate_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_certificate_learning_item_id ON certificate (learning_item_id);
CREATE TABLE follow_up (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    due TEXT NOT NULL,
    contact_id TEXT,
    conversation_id TEXT,
    done_on TEXT,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_follow_up PRIMARY KEY (id),
    CONSTRAINT fk_follow_up_contact_id_contact
        FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_follow_up_conversation_id_conversation
        FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_follow_up_contact_id ON follow_up (contact_id);
CREATE INDEX ix_follow_up_conversation_id ON follow_up (conversation_id);
CREATE TABLE participant (
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    CONSTRAINT pk_participant PRIMARY KEY (id),
    CONSTRAINT fk_participant_conversation_id_conversation
        FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_participant_contact_id_contact
        FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_participant_conversation_id UNIQUE (conversation_id, contact_id)
) STRICT;
CREATE INDEX ix_participant_contact_id ON participant (contact_id);
CREATE INDEX ix_participant_conversation_id ON participant (conversation_id);
CREATE TABLE pay (
    id TEXT NOT NULL,
    position_id TEXT,
    since TEXT,
    currency TEXT NOT NULL,
    base_minor INTEGER,
    bonus_permille INTEGER,
    equity_minor INTEGER,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_pay PRIMARY KEY (id),
    CONSTRAINT fk_pay_position_id_position
        FOREIGN KEY(position_id) REFERENCES position (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_pay_position_id ON pay (position_id);
CREATE TABLE skill (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    group_id TEXT,
    parent_id TEXT,
    interest INTEGER,
    last_used TEXT,
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
CREATE INDEX ix_skill_group_id ON skill (group_id);
CREATE INDEX ix_skill_parent_id ON skill (parent_id);
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
    CONSTRAINT ck_attachment_owner CHECK (
        (profile_id IS NOT NULL) + (skill_id IS NOT NULL) + (position_id IS NOT NULL)
        + (education_id IS NOT NULL) + (learning_item_id IS NOT NULL)
        + (certificate_id IS NOT NULL) + (contact_id IS NOT NULL)
        + (conversation_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX ix_attachment_certificate_id ON attachment (certificate_id);
CREATE INDEX ix_attachment_contact_id ON attachment (contact_id);
CREATE INDEX ix_attachment_conversation_id ON attachment (conversation_id);
CREATE INDEX ix_attachment_education_id ON attachment (education_id);
CREATE INDEX ix_attachment_learning_item_id ON attachment (learning_item_id);
CREATE INDEX ix_attachment_position_id ON attachment (position_id);
CREATE INDEX ix_attachment_profile_id ON attachment (profile_id);
CREATE INDEX ix_attachment_sha256 ON attachment (sha256);
CREATE INDEX ix_attachment_skill_id ON attachment (skill_id);
CREATE TABLE rating (
    id TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    "on" TEXT NOT NULL,
    level INTEGER,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_rating PRIMARY KEY (id),
    CONSTRAINT fk_rating_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_rating_skill_id ON rating (skill_id);
CREATE TABLE study_session (
    id TEXT NOT NULL,
    "on" TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    learning_item_id TEXT,
    skill_id TEXT,
    note TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    CONSTRAINT pk_study_session PRIMARY KEY (id),
    CONSTRAINT fk_study_session_learning_item_id_learning_item
        FOREIGN KEY(learning_item_id) REFERENCES learning_item (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_study_session_skill_id_skill
        FOREIGN KEY(skill_id) REFERENCES skill (id) ON DELETE SET NULL
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX ix_study_session_learning_item_id ON study_session (learning_item_id);
CREATE INDEX ix_study_session_skill_id ON study_session (skill_id);
"""


def upgrade() -> None:
    """Make the tables."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            op.execute(statement)
