/**
 * One step in Redis that counts applicants (KEYS[1], a HyperLogLog) unless that makes more than ARGV[1], and answers 1 or 0.
 * Far from the ceiling, adding is all there is to do. Near it, the new ones are put aside (KEYS[2]) and counted together with
 * the old ones, so that what is refused changes nothing; those that add nothing are free, also above a ceiling that was lowered.
 */
export const seeScript = `
local function add(key, life)
  -- A function takes only so many arguments.
  for first = 3, #ARGV, 1000 do
    redis.call('PFADD', key, unpack(ARGV, first, math.min(first + 999, #ARGV)))
  end
  redis.call('PEXPIRE', key, life)
end
local before, ceiling = redis.call('PFCOUNT', KEYS[1]), tonumber(ARGV[1])
if before + #ARGV - 2 > ceiling then
  add(KEYS[2], 1000)
  local together = redis.call('PFCOUNT', KEYS[1], KEYS[2])
  redis.call('DEL', KEYS[2])
  if together <= before then return 1 end
  if together > ceiling then return 0 end
end
add(KEYS[1], ARGV[2])
return 1
`
