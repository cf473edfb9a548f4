for i = 1, 2000000 do io.write(i, "\t", i % 1000, "\n") end
