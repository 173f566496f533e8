-- The presence of one person, in one step, so that whoever hears of changes hears of them in their order.
--
-- KEYS[1]  a hash: for each device "<activity> <when it is taken for gone, in ms of Redis's clock>"
-- KEYS[2]  a string: how the person has chosen to be seen; absent if never, or long ago
-- ARGV[1]  read    how they are seen; changes nothing
--          put     ARGV: device, activity, how long it lasts (ms), a choice that counts where there is none,
--                  how long a choice is kept (ms)
--          remove  ARGV: device
--          choose  ARGV: choice, how long it is kept (ms)
-- Where that changes how they are seen or what they have chosen, says so in the channel of the last ARGV:
-- "<user> <status> <choice> <stamp>". Answers status, choice and stamp: a number that grows with every call.

local action = ARGV[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local stamp = string.format('%d%06d', time[1], time[2])

local function look()
  local choice = redis.call('GET', KEYS[2]) or 'automatic'
  local status = 'offline'
  local devices = redis.call('HGETALL', KEYS[1])
  for i = 1, #devices, 2 do
    local activity, ends = string.match(devices[i + 1], '^(%a+) (%d+)$')
    if ends and tonumber(ends) > now then
      if activity == 'active' then
        status = 'online'
      elseif status == 'offline' then
        status = 'idle'
      end
    elseif action ~= 'read' then
      redis.call('HDEL', KEYS[1], devices[i])
    end
  end
  if status ~= 'offline' and choice ~= 'automatic' then
    status = choice == 'invisible' and 'offline' or choice
  end
  return status, choice
end

local status, choice = look()
if action ~= 'read' then
  if action == 'put' then
    local lasts, remembered, kept = ARGV[4], ARGV[5], ARGV[6]
    redis.call('HSET', KEYS[1], ARGV[2], string.format('%s %d', ARGV[3], now + lasts))
    redis.call('PEXPIRE', KEYS[1], lasts)
    if remembered ~= 'automatic' then
      redis.call('SET', KEYS[2], remembered, 'NX', 'PX', kept)
    end
    redis.call('PEXPIRE', KEYS[2], kept)
  elseif action == 'remove' then
    redis.call('HDEL', KEYS[1], ARGV[2])
  elseif action == 'choose' then
    redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
  end
  local nextStatus, nextChoice = look()
  if nextStatus ~= status or nextChoice ~= choice then
    local user = string.match(KEYS[1], '{(.-)}')
    redis.call('PUBLISH', ARGV[#ARGV], table.concat({ user, nextStatus, nextChoice, stamp }, ' '))
  end
  status, choice = nextStatus, nextChoice
end
return table.concat({ status, choice, stamp }, ' ')
