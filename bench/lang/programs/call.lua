local function mix(a, b, c) return (a + b * c) % 1009 end
local t = 1
for i = 1, 3000000 do t = mix(t, i, 7) end
print(string.format("call %d", t))
