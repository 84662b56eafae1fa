// For rehearsals only (yizheng serve --clock-offset).
#pragma once

namespace yizheng {

// Moves the product's clock (now(), today()) of the whole process by so many days. Sign-ins, ids and time-outs keep to
// the machine's clock. Call it before any other thread is started.
void set_clock_offset(int days);

}  // namespace yizheng
