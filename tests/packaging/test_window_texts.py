"""Every text the window says is found, and none can be looked up that is not."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from window_texts import CODE, Text, UnreadableTextError, window_texts

ROOT = Path(__file__).resolve().parents[2]
FORM = """<ui version="4.0"><class>StartPage</class><widget class="QWidget" name="StartPage">
<property name="role"><string notr="true">card</string></property>
<property name="toolTip"><string comment="a desk">Open &amp; go</string></property>
</widget></ui>
"""


def texts_of(root: Path, code: str) -> list[Text]:
    path = root / CODE / "page.py"
    path.parent.mkdir(parents=True)
    path.write_text(code, encoding="utf-8")
    return window_texts(root)


def test_that_texts_of_methods_belong_to_their_class(tmp_path: Path) -> None:
    code = """
class Page(QWidget):
    def build(self):
        def inside():
            return [self.tr("One"), f"{self.tr('Two')}"]
        return self.tr("%n card(s)", "", len(inside())), self.tr("Open", "a file")
"""
    assert texts_of(tmp_path, code) == [
        Text("Page", "%n card(s)", is_plural=True),
        Text("Page", "One"),
        Text("Page", "Open", "a file"),
        Text("Page", "Two"),
    ]


def test_that_texts_of_functions_name_their_context(tmp_path: Path) -> None:
    code = """
NAMES = (to_translate("pages", "Home"),)
def say(count):
    translate("home", "{name} and " "others").format(name=NAMES[1])
    translate("pages", NAMES[0])
    return translate("home", "%n day(s)", "", count - 1)
"""
    assert texts_of(tmp_path, code) == [
        Text("home", "%n day(s)", is_plural=True),
        Text("home", "{name} and others"),
        Text("pages", "Home"),
    ]


def test_that_texts_of_forms_are_found_but_not_their_properties(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui/start_page.ui").write_text(FORM, encoding="utf-8")
    assert texts_of(tmp_path, "") == [Text("StartPage", "Open & go", "a desk")]


@pytest.mark.parametrize(
    "call",
    [
        'translate("home", f"{count} days")',
        'translate("home", "{count} days".format(count=1))',
        'translate("home", "%n day(s)")',
        'translate("home", "day", "", count)',
        'self.tr("outside of a class")',
        "translate(context, 'x')",
        "translate('home', words)",
    ],
)
def test_that_a_text_that_cannot_be_looked_up_is_refused(tmp_path: Path, call: str) -> None:
    with pytest.raises(UnreadableTextError, match=r"careerdesk/gui/page\.py, line 3"):
        texts_of(tmp_path, f"\n\n{call}\n")


def test_that_no_class_with_plural_forms_has_derived_ones() -> None:
    # Qt looks for %n under the name of the derived class, finds nothing and says "1 change(s)".
    derived_from = {
        base.id
        for path in (ROOT / CODE).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name)
    }
    with_plurals = {text.context for text in window_texts(ROOT) if text.is_plural}
    assert with_plurals & derived_from == set()
