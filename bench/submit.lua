-- Submissions of whole proposals: each by another member in turn, each text another.
package.path = os.getenv("YZ_BENCH_LUA") .. "/?.lua;" .. package.path
local common = require("common")
setup = common.setup
local requests, at = {}, 0

function init()
  local input = common.input
  for i, body in ipairs(input.bodies) do
    local who = input.writers[(i - 1) % #input.writers + 1]
    requests[i] = wrk.format("POST", "/api/v1/proposals",
      { Cookie = who.cookie, ["X-CSRF-Token"] = who.csrf, ["Content-Type"] = "application/json" }, body)
  end
  at = thread_number * 31 % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end

done = common.report
