function mix(a, b, c) { return (a + b * c) % 1009 }
let t = 1;
for (let i = 1; i <= 3000000; i++) t = mix(t, i, 7);
print("call", t);
