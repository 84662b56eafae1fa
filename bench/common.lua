-- What every script needs: a file made by the one who measures, and a result that a program can read.
local M = {}

M.input = dofile(os.getenv("YZ_BENCH_INPUT"))

-- Each thread starts elsewhere in a list, so that no two ask the same things in the same order.
local threads = 0
function M.setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function M.report(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%.6f,"bytes":%d,"failed":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f,"max":%.3f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end

return M
