local best, longest = 0, 0
for start = 1, 59999 do
  local n, steps = start, 0
  while n ~= 1 do
    if n % 2 == 0 then n = math.floor(n / 2) else n = 3 * n + 1 end
    steps = steps + 1
  end
  if steps > longest then longest, best = steps, start end
end
print(string.format("collatz %d %d", best, longest))
