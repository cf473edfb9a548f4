local seen = {}
for i = 1, 500000 do seen["key" .. i] = i end
local found = 0
for i = 1, 500000 do
  local v = seen["key" .. (i * 2)]
  if v then found = found + v end
end
for i = 1, 500000, 5 do seen["key" .. i] = nil end
local left, n = 0, 0
for k, v in pairs(seen) do left, n = left + v % 7, n + 1 end
print(string.format("hash %d %d %d", found, left, n))
