/**
 * One step in Redis that counts applicants (KEYS[1], a HyperLogLog) unless that makes more than ARGV[1], and answers 1 or 0.
 * A HyperLogLog cannot tell who is in it, so a Bloom filter beside it (KEYS[2]) does: who is in there was seen and is free,
 * also above a ceiling that was lowered, and anybody else counts as one. What is refused changes nothing.
 *
 * ARGV[2] is the milliseconds that both are kept, ARGV[3] the bits that the filter should have, a power of two. From ARGV[4] on
 * stand the applicants, nobody twice: 8 bytes of a keyed digest each, from which 8 bits of the filter follow by double hashing.
 */
export const seeScript = `
local ceiling, life, wanted, people = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), #ARGV - 3
-- A Redis that makes room may have lost one of them, and the other says too much by itself: both begin anew.
if redis.call('EXISTS', KEYS[1], KEYS[2]) == 1 then redis.call('UNLINK', KEYS[1], KEYS[2]) end
local before, size = redis.call('PFCOUNT', KEYS[1]), redis.call('STRLEN', KEYS[2]) * 8
local function bit(verb, person, index, ...)
  local first, step = struct.unpack('<I4I4', person)
  -- An odd step leads to 8 different bits.
  return redis.call(verb, KEYS[2], (first + index * (step - step % 2 + 1)) % size, ...)
end
local function isSeen(person)
  if size == 0 then return false end
  for index = 0, 7 do
    if bit('GETBIT', person, index) == 0 then return false end
  end
  return true
end
-- Far from the ceiling, adding is all there is to do.
if before + people > ceiling then
  local new = 0
  for index = 4, #ARGV do
    if not isSeen(ARGV[index]) then new = new + 1 end
  end
  if new == 0 then return 1 end
  if before + new > ceiling then return 0 end
end
if size == 0 then
  redis.call('SETBIT', KEYS[2], wanted - 1, 0)
  size = wanted
end
-- The ceiling was raised: twice the same bits say the same of everybody who is in the filter.
while size < wanted do
  redis.call('APPEND', KEYS[2], redis.call('GET', KEYS[2]))
  size = size * 2
end
for index = 4, #ARGV do
  for step = 0, 7 do bit('SETBIT', ARGV[index], step, 1) end
end
-- A function takes only so many arguments.
for first = 4, #ARGV, 1000 do
  redis.call('PFADD', KEYS[1], unpack(ARGV, first, math.min(first + 999, #ARGV)))
end
redis.call('PEXPIRE', KEYS[1], life)
redis.call('PEXPIRE', KEYS[2], life)
return 1
`
