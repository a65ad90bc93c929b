#!/usr/bin/env python3
"""test_access.py PROGRAM [-v]: uses the window through the accessibility bus alone."""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True

import session  # noqa: E402

# What is found on a page and on no other: role and name or beginning of a name.
PAGES = {
    "Home": ("label", "Nothing is waiting to be sent."),
    "Compose": ("push button", "Review and sign…"),
    "Matches": ("table", "Matches"),
    "Evidence": ("combo box", None),
    "Networks": ("table", "Peers"),
    "Similarity": ("table", "What is compared, and how"),
    "Settings": ("spin button", "Text size:"),
}
# Controls by what can be done with them. Bars that scroll are for the mouse; the keyboard moves what they show.
DOING = {"Press", "Toggle", "ShowMenu", "Increase", "Decrease"}
NOT_CONTROLS = {"scroll bar", "table cell", "list item", "tree item", "frame", "dialog", "application", "window"}
NO_ROLE = {"unknown", "invalid", "filler", "panel", "layered pane", "redundant object"}


def troubles_below(root, tree):
    """What is wrong with the controls that are visible below a node."""
    troubles = []
    for node in tree.shown(root):
        told = {}
        for child in tree.children(node):
            role = child.get_role_name()
            if not tree.has(child, "SHOWING") or role in NOT_CONTROLS:
                continue
            if not tree.has(child, "FOCUSABLE") and not DOING & set(tree.actions(child)):
                continue
            name = tree.spoken(child)
            described = f"{role} {child.get_name()!r} in {node.get_role_name()} {node.get_name()!r}"
            if role in NO_ROLE:
                troubles.append(f"{described}: no role")
            if not name:
                troubles.append(f"{described}: no name")
            key = (role, name, child.get_description())
            if name and key in told:
                troubles.append(f"{described}: told apart by nothing from another beside it")
            told[key] = True
    return troubles


class Journey:
    def __init__(self, bus, program, tree, verbose):
        self.bus, self.program, self.tree, self.verbose = bus, program, tree, verbose
        self.troubles = []

    def wait_for(self, role, name=None, **more):
        return self.bus.wait(f"{role} {name or more}", lambda: self.tree.find(self.program, role, name, **more))

    def go(self, page):
        """Chooses a page in the rail by its name and waits for what is on that page alone."""
        tree = self.tree
        rail = self.wait_for("filler", "Pages")
        tree.press(self.bus.wait(f"{page} in the rail", lambda: tree.find(rail, "check box", page)))
        role, name = PAGES[page]
        if page == "Evidence":
            return self.wait_for(role, label="Question")
        return self.wait_for(role, name)

    def examine(self, where, root):
        """Notes what is wrong below a node, looked at from its beginning until nothing goes meanwhile."""
        seen = self.bus.wait(f"{where} to hold still", lambda: [troubles_below(root, self.tree)])
        self.troubles += [f"{where}: {trouble}" for trouble in seen[0]]

    def walk_pages(self):
        for page in PAGES:
            self.go(page)
            self.examine(page, self.program)
            if self.verbose:
                print(f"== {page}", *self.tree.drawn(self.program), sep="\n")
            print(f"page {page}: reached by name")

    def tab_to(self, label, role=None):
        """Walks on with Tab until the control of this name has the focus, as one does who cannot see it."""
        tree = self.tree
        for _ in range(40):
            here = self.bus.wait("something with the focus", lambda: tree.focused(self.program))
            if self.bus.still(lambda: self.is_called(here, label, role)):
                return here
            tree.strike(tree.TAB)
            self.bus.wait("the focus to move", lambda: self.moved(here))
        raise tree.Missing(f"Tab does not lead to {label}")

    def is_called(self, node, label, role):
        return (role is None or node.get_role_name() == role) \
            and any(part.startswith(label) for part in [node.get_name(), *self.tree.labels(node)])

    def moved(self, before):
        here = self.tree.focused(self.program)
        return here is not None and here != before

    def choose_term(self, label, words, term):
        tree = self.tree
        field = self.tab_to(label, "text")
        tree.write(words)
        self.bus.wait(f"{term} among the terms found", lambda: self.bus.heard.startswith(term))
        tree.strike(tree.RETURN)
        self.bus.wait(f"{label}: {term}", lambda: tree.text_of(field) == term)

    def choose(self, label, letters, value):
        box = self.tab_to(label, "combo box")
        self.tree.write(letters)
        self.bus.wait(f"{label}: {value}", lambda: box.get_name() == value)

    def write_outcome(self):
        tree = self.tree
        self.go("Compose")
        tree.act(self.wait_for("text", "Object drug (required)"), "SetFocus")
        self.bus.wait("the focus in the first field", lambda: tree.focused(self.program) is not None)
        self.choose_term("Object drug", "warfarin", "Warfarin")
        self.choose_term("Precipitant drug", "fluconazole", "Fluconazole")
        self.choose("Sex", "f", "Female")
        self.choose("Age", "65", "65 to 74 years")
        self.choose_term("Effect", "gastrointestinal bleed", "Gastrointestinal bleeding")
        self.choose("Observed", "y", "Yes")
        field = self.tab_to("How sure are you?", "text")
        tree.write("80")
        self.bus.wait("80 per cent", lambda: tree.text_of(field) == "80")
        print("an outcome is written")

    def sign(self):
        tree = self.tree
        button = self.wait_for("push button", "Review and sign…")
        self.bus.wait("an outcome without problems", lambda: self.label_like(r"Size: (?!.*known once)"))
        tree.press(button)
        dialog = self.wait_for("dialog", "Review before signing")
        self.examine("review", dialog)
        if self.verbose:
            print("== review", *tree.drawn(dialog), sep="\n")
        tree.press(self.bus.wait("Sign", lambda: tree.find(dialog, "push button", "Sign")))
        self.bus.wait("the dialog to go", lambda: tree.find(self.program, "dialog", "Review before signing") is None)
        print("it is reviewed and signed")

    def read_why(self):
        tree = self.tree
        table = self.go("Matches")
        cell = self.bus.wait("the first match", lambda: tree.first_named(table, "table cell"))
        tree.press(cell)
        score = self.bus.wait("the score of the match", lambda: self.label_like(r"([0-9.]+) of 100 points"))
        total = self.bus.wait("the sum of its points", lambda: self.label_like(r"Sum of the points: ([0-9.]+)"))
        if score[1] != total[1]:
            self.troubles.append(f"the points add up to {total[1]}, the score is {score[1]}")
        reasons = self.wait_for("table", "Why it matched, by what was compared")
        reason = self.bus.wait("the first reason", lambda: tree.first_named(reasons, "table cell"))
        print(f"the first match: {score[0]}\n  {self.bus.still(reason.get_name)}")
        self.examine("Matches", self.program)

    def read_evidence(self):
        self.go("Evidence")
        headline = self.bus.wait("the headline", lambda: self.label_like(r".*\d+ of [\d,]+ matched cases? from .*%.*"))
        print(f"the evidence: {headline[0]}")
        self.examine("Evidence", self.program)

    def label_like(self, pattern):
        """What a visible label says that fits from its beginning."""
        return next((found for found in (re.match(pattern + ".*", node.get_name() or "", re.DOTALL)
                                         for node in self.tree.shown(self.program)
                                         if node.get_role_name() in ("label", "heading")) if found), None)

    def run(self):
        self.wait_for("table", "Matches")
        self.bus.wait("the window to be active", lambda: self.is_active())
        # What arrives meanwhile would change the tree while it is looked at.
        self.tree.press(self.wait_for("check box", "Pause arrivals"))
        self.walk_pages()
        self.write_outcome()
        self.sign()
        self.read_why()
        self.read_evidence()

    def is_active(self):
        return any(self.tree.has(window, "ACTIVE") for window in self.tree.children(self.program))


def main(arguments):
    programs = [argument for argument in arguments if not argument.startswith("-")]
    if len(programs) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    absent = session.missing()
    if absent:
        print("not installed: " + ", ".join(absent), file=sys.stderr)
        return 1
    if not session.is_inside():
        return session.enter([os.path.abspath(__file__), *arguments])
    with session.services():
        import tree  # speaks to the bus from now on
        bus = tree.Bus()
        command = [programs[0], "--demo", "--language", "en", "--theme", "light"]
        with session.running(command, stderr=subprocess.DEVNULL) as process:
            program = bus.application(process.pid)
            journey = Journey(bus, program, tree, "-v" in arguments)
            try:
                journey.run()
            except tree.Missing as missing:
                journey.troubles.append(str(missing))
                print(*(bus.still(lambda: list(tree.drawn(program))) or []), sep="\n")
    print(*journey.troubles, sep="\n")
    return 1 if journey.troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
