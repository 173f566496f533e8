-- Ends the pause of one author in one channel, if it was this message that has begun it.
--
-- KEYS[1]  as in begin.lua
-- ARGV     message
-- Answers how many pauses have ended: 1 or 0.

local held = redis.call('GET', KEYS[1])
if held and string.match(held, '^%S+') == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
