local size, limit, inside = 260, 60, 0
for py = 0, size - 1 do
  local ci = 2.0 * py / size - 1.0
  for px = 0, size - 1 do
    local cr = 2.0 * px / size - 1.5
    local zr, zi, n = 0.0, 0.0, 0
    while n < limit do
      local r2, i2 = zr * zr, zi * zi
      if r2 + i2 > 4.0 then break end
      zi = 2.0 * zr * zi + ci
      zr = r2 - i2 + cr
      n = n + 1
    end
    if n == limit then inside = inside + 1 end
  end
end
print(string.format("mandel %d", inside))
