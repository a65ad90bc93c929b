"""The files a lint looks at, from disk or made up for the self-test."""

import os

SKIPPED_FOLDERS = {"build", "corpus", "__pycache__"}
TEXT_ENDINGS = (
    ".cpp", ".h", ".py", ".sh", ".txt", ".cmake", ".md", ".json", ".ts", ".cddl", ".supp", ".ui", ".qrc", ".svg",
    ".xml", ".desktop", ".service",
)


class Tree:
    """Paths with forward slashes, relative to the root, in order; text on demand."""

    def __init__(self, texts):
        self._texts = texts
        self.paths = sorted(texts)

    @classmethod
    def read(cls, root):
        texts = {}
        for folder, subfolders, names in os.walk(root):
            subfolders[:] = [name for name in subfolders if name not in SKIPPED_FOLDERS and
                             (name == ".ci" or not name.startswith("."))]
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
                texts[path] = os.path.join(folder, name)
        tree = cls(texts)
        tree._on_disk = True
        return tree

    _on_disk = False

    def is_text(self, path):
        return path.endswith(TEXT_ENDINGS) or "." not in path.rsplit("/", 1)[-1]

    def text(self, path):
        if not self._on_disk:
            return self._texts[path]
        with open(self._texts[path], encoding="utf-8", errors="replace") as file:
            return file.read()

    def lines(self, path):
        return self.text(path).splitlines()

    def under(self, *folders, ending=""):
        """Paths below any of these folders; '' is the root itself."""
        return [path for path in self.paths
                if path.endswith(ending) and any(not f or path.startswith(f + "/") for f in folders)]


class Finding:
    """A violation, or a warning that does not fail the check."""

    def __init__(self, path, line, text, warning=False):
        self.path, self.line, self.text, self.warning = path, line, text, warning

    def __str__(self):
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {'warning: ' if self.warning else ''}{self.text}"
