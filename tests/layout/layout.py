"""The rules of the house that a compiler does not keep, checked on the text of the tree."""

import os
import re

# The floors, lowest first, each with those directly below it. A floor may include from itself and from everything
# below those; what is not reached from here is a floor above, or a neighbour that it must not know.
FLOORS = {
    "core/support": (),
    "core/number": ("core/support",),
    "core/expression": ("core/number",),
    "core/function": ("core/expression",),
    "core/catalogue": ("core/number",),
    "core/analysis": ("core/function",),
    "core/scene": ("core/catalogue", "core/expression"),
    "core/figure": ("core/scene", "core/analysis"),
    "widgets/plot": ("core/figure",),
    "widgets/export": ("widgets/plot",),
    "widgets/panels": ("widgets/plot",),
    "app": ("widgets/export", "widgets/panels"),
}

# The benchmarks compare our window with QCustomPlot used plainly.
MAY_INCLUDE_QCUSTOMPLOT = ("widgets/plot/", "tests/widgets/plot/", "tests/bench/")

TOP_LEVEL = {"app", "core", "resources", "tests", "widgets", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md"}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?P<open>[<"])(?P<path>[^>"]+)[>"]', re.MULTILINE)
QT_HEADER = re.compile(r"^(Q[A-Z]\w*|Qt\w*/.+|q\w+\.h)$")
# Places on the machine where the code was written. The brackets keep each pattern from finding itself.
FOREIGN_TEXT = re.compile(r"(?<![\w/])/[w]ork/|/[t]mp/(brief|build|bare)|\b[s]hared/(design|reference|mission)|this work[p]lace")


def below(floor):
    """Every floor that `floor` may include from: itself and all that stand under it."""
    reached = {floor}
    for lower in FLOORS[floor]:
        reached |= below(lower)
    return reached


def floor_of(path):
    """The floor that a path lies on, or None outside the floors (tests, resources)."""
    return next((floor for floor in FLOORS if path.startswith(floor + "/")), None)


def read_tree(root):
    """The tree as {path from the root: text}. Build folders, dot folders and files that are not text stay out."""
    tree = {}
    for folder, folders, files in os.walk(root):
        top = os.path.samefile(folder, root)
        folders[:] = [f for f in folders if f not in ("__pycache__",) and not f.startswith((".git", ".cache"))
                      and not (top and f.startswith("build"))]
        for name in files:
            full = os.path.join(folder, name)
            if name == ".git" or not os.path.isfile(full):
                continue
            try:
                with open(full, encoding="utf-8") as file:
                    tree[os.path.relpath(full, root)] = file.read()
            except UnicodeDecodeError:
                continue
    return tree


def sources(tree, endings=(".h", ".cpp")):
    """The C++ files of the tree, in order."""
    return sorted(path for path in tree if path.endswith(endings) and path.startswith(("app/", "core/", "tests/", "widgets/")))


def check_includes(tree):
    """Includes go from the project root (a test may name a helper beside it) and downwards; core knows no Qt; one folder knows QCustomPlot."""
    for path in sources(tree):
        floor = floor_of(path)
        for match in INCLUDE.finditer(tree[path]):
            header = match["path"]
            if path.startswith("core/") and QT_HEADER.match(header):
                yield f"{path}: core includes the Qt header {header}"
            if os.path.basename(header) == "qcustomplot.h" and not path.startswith(MAY_INCLUDE_QCUSTOMPLOT):
                yield f"{path}: only widgets/plot includes qcustomplot.h"
            beside = "/" not in header and not header.endswith(".moc")
            if match["open"] == '"' and (header.startswith(".") or (beside and floor)):
                yield f'{path}: "{header}" is not written from the project root'
            target = floor_of(header)
            if floor and header.startswith("tests/"):
                yield f"{path}: the product includes the test file {header}"
            if floor and target and target not in below(floor):
                yield f"{path}: {floor} includes {header}, and {target} is not below it"
            if path.startswith("tests/core/") and target and not target.startswith("core/"):
                yield f"{path}: a core test includes {header}"


def check_lists(tree):
    """Every .cpp is named in the CMakeLists.txt of its folder or of one above; a test may be named by secant_add_test."""
    for path in sources(tree, (".cpp",)):
        folder, named = os.path.dirname(path), False
        while not named:
            commands = re.sub(r"#.*", "", tree.get(os.path.join(folder, "CMakeLists.txt"), ""))
            words = re.split(r"[\s()\"]+", commands)
            rest = os.path.relpath(path, folder or ".")
            test = re.search(rf"secant_add_test\(\s*{re.escape(rest[:-4])}\b", commands)
            named = rest in words or test is not None
            if not folder:
                break
            folder = os.path.dirname(folder)
        if not named:
            yield f"{path}: no CMakeLists.txt lists it"


def check_tests(tree):
    """Every floor with code has a test in the folder of the same path under tests/."""
    for floor in FLOORS:
        has_code = any(path.startswith(floor + "/") for path in sources(tree))
        has_test = any(re.match(rf"tests/{floor}/(.+/)?tst_\w+\.cpp$", path) for path in tree)
        if has_code and not has_test:
            yield f"{floor}: no tests/{floor}/tst_*.cpp"


def check_top_level(tree):
    """The top of the tree holds the folders of the house and a few files; what else is there starts with a dot."""
    for name in sorted({path.split(os.sep)[0] for path in tree}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield f"{name}: not one of the rooms at the top of the tree"


def check_text(tree):
    """No file names a path of the machine that it was written on."""
    for path in sorted(tree):
        for number, line in enumerate(tree[path].splitlines(), start=1):
            if FOREIGN_TEXT.search(line):
                yield f"{path}:{number}: names a place outside the project: {line.strip()[:80]}"


RULES = (check_includes, check_lists, check_tests, check_top_level, check_text)


def problems(tree):
    """All that is wrong with a tree, one sentence each."""
    return [problem for rule in RULES for problem in rule(tree)]
