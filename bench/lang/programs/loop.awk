BEGIN { for (i = 1; i <= 10000000; i++) sum = (sum + i * 3) % 1000003; print "loop", sum }
