local sum = 0
for i = 1, 10000000 do sum = (sum + i * 3) % 1000003 end
print(string.format("loop %d", sum))
