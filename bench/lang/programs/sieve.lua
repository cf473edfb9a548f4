local n, composite = 2000000, {}
for i = 0, n do composite[i] = 0 end
local i = 2
while i * i <= n do
  if composite[i] == 0 then
    for j = i * i, n, i do composite[j] = 1 end
  end
  i = i + 1
end
local count, last = 0, 0
for k = 2, n do
  if composite[k] == 0 then count, last = count + 1, k end
end
print(string.format("sieve %d %d", count, last))
