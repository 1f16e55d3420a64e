"""The tree keeps the rules of the house, and the rules notice a tree that does not."""

import pathlib
import unittest

import layout

ROOT = pathlib.Path(__file__).resolve().parents[2]

# A small tree that keeps every rule: each row below breaks it in one place.
GOOD = {
    "core/number/CMakeLists.txt": "secant_add_floor(number\n    SOURCES jet.cpp)\n",
    "core/number/jet.cpp": '#include "core/number/jet.h"\n#include <cmath>\n',
    "core/number/jet.h": "#pragma once\n",
    "widgets/plot/CMakeLists.txt": "add_library(secant_plot STATIC view.cpp)\n",
    "widgets/plot/view.cpp": '#include <qcustomplot.h>\n#include "core/number/jet.h"\n',
    "tests/core/number/CMakeLists.txt": "secant_add_test(tst_jet LIBS secant_number)\n",
    "tests/core/number/tst_jet.cpp": '#include <QtTest>\n#include "core/number/jet.h"\n#include "tst_jet.moc"\n',
    "tests/widgets/plot/CMakeLists.txt": "secant_add_test(tst_view SOURCES tst_view.cpp)\n",
    "tests/widgets/plot/tst_view.cpp": "#include <QtTest>\n",
}

# reason, file, its text, what the report must say
BROKEN = (
    ("Qt class in core", "core/number/jet.h", "#include <QString>\n", "Qt header QString"),
    ("Qt module in core", "core/number/jet.h", "#include <QtCore/QString>\n", "Qt header QtCore/QString"),
    ("old Qt header in core", "core/number/jet.h", "#  include <qglobal.h>\n", "Qt header qglobal.h"),
    ("include from a floor above", "core/number/jet.h", '#include "core/figure/figure.h"\n', "core/figure is not below it"),
    ("include from a neighbour", "core/scene/scene.h", '#include "core/analysis/curve.h"\n', "core/analysis is not below it"),
    ("core includes a widget", "core/number/jet.h", '#include "widgets/plot/view.h"\n', "widgets/plot is not below it"),
    ("include beside the file", "core/number/jet.h", '#include "interval.h"\n', "not written from the project root"),
    ("include upwards by dots", "core/number/jet.h", '#include "../figure/figure.h"\n', "not written from the project root"),
    ("product includes a test file", "core/number/jet.h", '#include "tests/support/close.h"\n', "includes the test file"),
    ("core test includes a widget", "tests/core/number/tst_jet.cpp", '#include "widgets/plot/view.h"\n', "a core test includes"),
    ("QCustomPlot elsewhere", "widgets/panels/list.h", "#include <qcustomplot.h>\n", "only widgets/plot includes"),
    ("source in no list", "core/number/interval.cpp", "", "no CMakeLists.txt lists it"),
    ("source only in a comment", "core/number/CMakeLists.txt", "# jet.cpp\n", "no CMakeLists.txt lists it"),
    ("name that is part of another", "core/number/CMakeLists.txt", "x(SOURCES my_jet.cpp)\n", "no CMakeLists.txt lists it"),
    ("floor without a test", "core/figure/figure.h", "#pragma once\n", "core/figure: no tests/core/figure"),
    ("room that is not of the house", "utils/helper.h", "", "utils: not one of the rooms"),
    ("path of a machine", "README.md", "see /wo" "rk/main\n", "names a place outside the project"),
)


class TestLayout(unittest.TestCase):
    maxDiff = None

    def test_the_tree_keeps_every_rule(self):
        tree = layout.read_tree(ROOT)
        self.assertIn("core/number/jet.h", tree)
        self.assertEqual(layout.problems(tree), [])

    def test_a_good_tree_is_not_blamed(self):
        self.assertEqual(layout.problems(GOOD), [])

    def test_each_broken_rule_is_named(self):
        for reason, path, text, expected in BROKEN:
            with self.subTest(reason):
                found = layout.problems({**GOOD, path: text})
                self.assertTrue(any(expected in problem for problem in found), found)


if __name__ == "__main__":
    unittest.main()
