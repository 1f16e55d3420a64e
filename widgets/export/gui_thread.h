#pragma once

#include <functional>

namespace secant {

/// Does what only the thread of the widgets may do, there, and returns when it is done; at once where the caller is on
/// that thread. Precondition: that thread does not wait for the caller.
void onGuiThread(const std::function<void()>& work);

} // namespace secant
