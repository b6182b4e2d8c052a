-- Requests come from the file named by BENCH_PATHS, one a line: path, and an ETag after a tab.
local requests, at = {}, 0
init = function()
  for line in io.lines(os.getenv("BENCH_PATHS")) do
    local path, etag = line:match("^([^\t]*)\t?(.*)$")
    local headers = { ["Host"] = wrk.headers["Host"], ["Accept"] = "*/*" }
    local cookie = os.getenv("BENCH_COOKIE")
    if cookie and cookie ~= "" then headers["Cookie"] = cookie end
    if etag ~= "" then headers["If-None-Match"] = etag end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end
request = function()
  at = at % #requests + 1
  return requests[at]
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"microseconds":%d,"bytes":%d,"errors":%d,"p50":%.1f,"p99":%.1f}\n',
    summary.requests, summary.duration, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
