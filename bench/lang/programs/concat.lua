-- Strings are joined in two steps: thousands at a time, then all.
local chunks, parts = {}, {}
for i = 1, 1000000 do
  parts[#parts + 1] = "item " .. i .. ","
  if #parts == 1000 then chunks[#chunks + 1], parts = table.concat(parts), {} end
end
local text = ""
local half = {}
for i, c in ipairs(chunks) do
  half[#half + 1] = c
  if #half == 50 then text, half = text .. table.concat(half), {} end
end
print("concat " .. #text .. " " .. text:sub(500001, 500020))
