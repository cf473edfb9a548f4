function mix(a, b, c) { return (a + b * c) % 1009 }
BEGIN { t = 1; for (i = 1; i <= 3000000; i++) t = mix(t, i, 7); print "call", t }
