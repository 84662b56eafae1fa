-- GET of a list of addresses in turn, signed in where a cookie is given.
package.path = os.getenv("YZ_BENCH_LUA") .. "/?.lua;" .. package.path
local common = require("common")
setup, done = common.setup, common.report
local requests, at = {}, 0

function init()
  local input = common.input
  local headers = { Cookie = input.cookie }
  for i, path in ipairs(input.paths) do requests[i] = wrk.format("GET", path, headers) end
  at = thread_number * 7919 % #requests
end

function request()
  at = at % #requests + 1
  return requests[at]
end
