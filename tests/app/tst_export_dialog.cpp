#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "app/export_choices.h"
#include "app/export_dialog.h"
#include "app/export_preview.h"

using namespace secant;

/// What the export dialog offers, shows and remembers.
class TestExportDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void startsWithTheWindowsSize();
    void sizesAreShownInEveryUnit();
    void refusesWhatCannotBeMade();
    void onlyWhatHasAnEffectCanBeChosen_data();
    void onlyWhatHasAnEffectCanBeChosen();
    void animationsNeedAParameter();
    void sweepsTheSliderThatIsChosen();
    void showsAPreview();
    void everyButtonIsAWayOut_data();
    void everyButtonIsAWayOut();
    void remembersTheLastChoices();
    void badSettingsAreReplaced();

private:
    [[nodiscard]] QComboBox* box(const char* item) const;
    [[nodiscard]] QDoubleSpinBox* side(const QString& name) const;
    [[nodiscard]] QPushButton* button(const QString& text) const;
    void choose(const char* item) const;

    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    m_dialog = std::make_unique<ExportDialog>(defaultScene(), QSize(800, 500), false, ExportChoices{});
}

/// The box that offers this.
QComboBox* TestExportDialog::box(const char* item) const
{
    for (auto* found : m_dialog->findChildren<QComboBox*>()) {
        if (found->findText(item) >= 0)
            return found;
    }
    return nullptr;
}

QDoubleSpinBox* TestExportDialog::side(const QString& name) const
{
    for (auto* found : m_dialog->findChildren<QDoubleSpinBox*>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

QPushButton* TestExportDialog::button(const QString& text) const
{
    for (auto* found : m_dialog->findChildren<QPushButton*>()) {
        if (found->text().remove('&') == text)
            return found;
    }
    return nullptr;
}

void TestExportDialog::choose(const char* item) const
{
    QComboBox* found = box(item);
    QVERIFY2(found, item);
    found->setCurrentIndex(found->findText(item));
    emit found->activated(found->currentIndex());
}

void TestExportDialog::startsWithTheWindowsSize()
{
    QCOMPARE(m_dialog->options().size, QSize(800, 500));
    QCOMPARE(m_dialog->options().format, ExportFormat::Png);
    QCOMPARE(m_dialog->options().dpi, 192.0);
}

void TestExportDialog::sizesAreShownInEveryUnit()
{
    choose("One column of a paper, 85 mm");
    choose("mm");
    QCOMPARE(side("Width")->value(), 84.9); // 321 whole pixels of 25.4/96 mm
    QCOMPARE(side("Height")->value(), 70.1);
    choose("inch");
    side("Width")->setValue(3.5);
    QCOMPARE(m_dialog->options().size.width(), 336);
    QCOMPARE(box("Own size")->currentText(), QString("Own size"));
    choose("px");
    QCOMPARE(side("Width")->value(), 336.0);
    choose("Slide 16:9");
    QCOMPARE(m_dialog->options().size, QSize(1280, 720));
}

void TestExportDialog::refusesWhatCannotBeMade()
{
    QVERIFY(button("Save as…")->isEnabled());
    side("Width")->setValue(30000);
    side("Height")->setValue(30000);
    QVERIFY(!button("Save as…")->isEnabled());
    QVERIFY(!button("Copy picture")->isEnabled());
    side("Height")->setValue(100);
    side("Width")->setValue(100);
    QVERIFY(button("Save as…")->isEnabled());
}

void TestExportDialog::onlyWhatHasAnEffectCanBeChosen_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("enabled");
    QTest::addRow("ground of PNG") << "PNG picture"
                                   << "Transparent ground" << true;
    QTest::addRow("ground of GIF") << "GIF animation"
                                   << "Transparent ground" << false;
    QTest::addRow("outlines of SVG") << "SVG drawing"
                                     << "Texts as outlines, which need no font" << true;
    QTest::addRow("outlines of PDF") << "PDF document"
                                     << "Texts as outlines, which need no font" << false;
    QTest::addRow("include of TikZ") << "TikZ figure for LaTeX"
                                     << "The picture alone, to be read by \\input" << true;
    QTest::addRow("ground of CSV") << "CSV table of values"
                                   << "Transparent ground" << false;
}

void TestExportDialog::onlyWhatHasAnEffectCanBeChosen()
{
    QFETCH(QString, format);
    QFETCH(QString, option);
    QFETCH(bool, enabled);
    choose(qPrintable(format));
    for (const auto* check : m_dialog->findChildren<QCheckBox*>()) {
        if (check->text().remove('&') == option) {
            QCOMPARE(check->isEnabled(), enabled);
            return;
        }
    }
    QFAIL(qPrintable(option));
}

void TestExportDialog::animationsNeedAParameter()
{
    choose("GIF animation");
    const auto sweep = m_dialog->options().sweep;
    QVERIFY(sweep && sweep->parameter == "alpha" && sweep->frames == 60);
    Scene scene;
    addFormula(scene, "x");
    m_dialog = std::make_unique<ExportDialog>(scene, QSize(800, 500), false, ExportChoices{});
    QVERIFY(!box("GIF animation"));
}

void TestExportDialog::sweepsTheSliderThatIsChosen()
{
    Scene scene;
    addFormula(scene, "a*x + b");
    addActivation(scene, "celu");
    m_dialog = std::make_unique<ExportDialog>(scene, QSize(800, 500), false, ExportChoices{});
    m_dialog->show();
    choose("GIF animation");
    choose("b");
    QCOMPARE(m_dialog->options().sweep->parameter, std::string("b"));
    const auto type = [this](const char* name, const char* text) {
        for (auto* edit : m_dialog->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == name) {
                edit->selectAll();
                QTest::keyClicks(edit, text);
                QTest::keyClick(edit, Qt::Key_Return);
            }
        }
    };
    type("First value", "-0.5");
    type("Last value", "7.25");
    QCOMPARE(m_dialog->options().sweep->from, -0.5);
    QCOMPARE(m_dialog->options().sweep->to, 7.25);
    choose("alpha"); // CELU divides by it: it may not be 0.
    type("First value", "0");
    QVERIFY(!button("Save as…")->isEnabled());
    choose("b"); // What was typed for it is kept.
    QVERIFY(button("Save as…")->isEnabled());
    QCOMPARE(m_dialog->options().sweep->to, 7.25);
}

void TestExportDialog::showsAPreview()
{
    m_dialog->show();
    auto* preview = m_dialog->findChild<ExportPreview*>();
    const auto inked = [&] {
        const QImage image = preview->grab().toImage();
        for (int y = image.height() * 2 / 3; y < image.height(); ++y) { // Where the lower pane is.
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.blue() - color.red() > 100)
                    return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(inked()); // The first curve is blue.
    for (auto* check : m_dialog->findChildren<QCheckBox*>()) {
        if (check->text().remove('&') == "Check in grey")
            check->setChecked(true);
    }
    QTRY_VERIFY(!inked());
}

void TestExportDialog::everyButtonIsAWayOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("way");
    QTest::addRow("save") << QString::fromUtf8("Save as…") << static_cast<int>(ExportDialog::Way::SaveAs);
    QTest::addRow("picture") << "Copy picture" << static_cast<int>(ExportDialog::Way::CopyPicture);
    QTest::addRow("svg") << "Copy SVG" << static_cast<int>(ExportDialog::Way::CopySvg);
    QTest::addRow("print") << QString::fromUtf8("Print…") << static_cast<int>(ExportDialog::Way::Print);
}

void TestExportDialog::everyButtonIsAWayOut()
{
    QFETCH(QString, text);
    QFETCH(int, way);
    button(text)->click();
    QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(static_cast<int>(m_dialog->way()), way);
}

void TestExportDialog::remembersTheLastChoices()
{
    const QTemporaryDir folder;
    choose("A4 landscape");
    choose("TikZ figure for LaTeX");
    choose("Paper: white, no grid");
    {
        QSettings ini(folder.filePath("s.ini"), QSettings::IniFormat);
        writeExportChoices(ini, m_dialog->choices());
    }
    const QSettings ini(folder.filePath("s.ini"), QSettings::IniFormat);
    m_dialog = std::make_unique<ExportDialog>(defaultScene(), QSize(300, 200), false, readExportChoices(ini));
    QCOMPARE(m_dialog->options().format, ExportFormat::Tex);
    QCOMPARE(m_dialog->options().size, QSize(1123, 794)); // 297 × 210 mm at 96 dpi
    QVERIFY(m_dialog->scene().theme == FigureTheme::Paper);
}

void TestExportDialog::badSettingsAreReplaced()
{
    const QTemporaryDir folder;
    QSettings ini(folder.filePath("s.ini"), QSettings::IniFormat);
    for (const char* key :
         {"format", "preset", "unit", "width", "height", "dpi", "theme", "fontScale", "lineScale", "frames", "fps"})
        ini.setValue(QString("export/") + key, "-99999");
    const ExportChoices choices = readExportChoices(ini);
    const ExportChoices standard;
    QCOMPARE(choices.format, standard.format);
    QCOMPARE(choices.size, standard.size);
    QCOMPARE(choices.dpi, standard.dpi);
    QCOMPARE(choices.fontScale, 1.0);
    QCOMPARE(choices.frames, standard.frames);
    QCOMPARE(choices.fps, standard.fps);
}

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
