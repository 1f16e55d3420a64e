#include "app/session.h"

#include <utility>

/// The figure of the scene, and what workers find out for it.
namespace secant {

void Session::setBudget(const Budget& budget)
{
    m_budget = budget;
    stopStaleParts();
    m_frame.request();
}

void Session::lookLonger()
{
    startJob(kLongPatience);
}

void Session::stopLooking()
{
    if (m_job.isBusy()) {
        m_job.cancel();
        emit findingsChanged();
    }
}

void Session::composeFigure()
{
    m_figure = compose(m_scene, m_budget, m_findings);
    if (m_figure.isPartial) {
        startLateParts();
    }
    emit figureChanged();
}

/// What the frame left open is finished by a worker, unless it is at it already.
void Session::startLateParts()
{
    LateQuestions questions = lateQuestionsOf(m_scene, m_budget);
    if (m_lateJob.isBusy() && m_asked == questions) {
        return;
    }
    m_asked = questions;
    m_lateJob.start(
        [questions = std::move(questions)](const std::stop_token& stop) { return latePartsOf(questions, stop); });
}

/// What is computed for another scene than this one is given up at once.
void Session::stopStaleParts()
{
    if (m_lateJob.isBusy() && lateQuestionsOf(m_scene, m_budget) != m_asked) {
        m_lateJob.cancel();
    }
}

void Session::startFindings()
{
    if (m_job.isBusy() && askTheSame(m_sought, m_scene)) {
        return;
    }
    if (!areComplete(m_findings, m_scene)) {
        startJob(kLivePatience);
    } else {
        stopLooking();
    }
}

void Session::startJob(std::chrono::nanoseconds patience)
{
    m_sought = m_scene;
    m_isLong = patience > kLivePatience;
    m_job.start([scene = m_scene, patience](const std::stop_token& stop) { return findingsOf(scene, stop, patience); });
    emit findingsChanged();
}

void Session::takeFindings(Findings findings)
{
    m_findings.judged = std::move(findings.judged);
    if (drawsFindings(m_scene)) {
        m_frame.request();
    }
    emit findingsChanged();
}

} // namespace secant
