local count, words = {}, {}
for line in io.lines(arg[1]) do
  for word in line:lower():gmatch("%S+") do
    if count[word] then count[word] = count[word] + 1 else count[word] = 1; words[#words + 1] = word end
  end
end
table.sort(words, function(x, y)
  if count[x] ~= count[y] then return count[x] > count[y] end
  return x < y
end)
print("wordfreq " .. #words)
for i = 1, 10 do print(words[i] .. " " .. count[words[i]]) end
