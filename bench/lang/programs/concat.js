const parts = [];
for (let i = 1; i <= 1000000; i++) parts.push("item " + i + ",");
const text = parts.join("");
print("concat", text.length, text.substr(500000, 20));
