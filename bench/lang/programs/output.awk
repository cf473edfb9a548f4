BEGIN { for (i = 1; i <= 2000000; i++) print i "\t" i % 1000 }
