-- Begins the pause of one author in one channel, unless another message of theirs has begun one that lasts.
--
-- KEYS[1]  a string "<message> <length of the pause in ms>"; it expires when the pause is over
-- ARGV     message, how long a pause lasts by now (ms), how long ago the message came (ms)
-- Answers how long ago (ms) the message came that makes this one wait; -1 if there is none.

local held = redis.call('GET', KEYS[1])
if held then
  local message, length = string.match(held, '^(%S+) (%d+)$')
  if message == ARGV[1] then
    return -1
  end
  -- The channel's slow mode may have been changed since: what counts is how it is now.
  local elapsed = length - redis.call('PTTL', KEYS[1])
  if elapsed < tonumber(ARGV[2]) then
    return math.max(0, elapsed)
  end
end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', math.max(1, ARGV[2] - ARGV[3]))
return -1
