#include "base/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace yizheng {

void step_back() {
  // A refusal changes nothing but the speed.
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
}

}  // namespace yizheng
