package copier

// This file tests the limit of what is sent.

import (
	"context"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var none *Limiter
	if err := none.Spend(ctx, 1<<40); err != nil {
		t.Error(err)
	}
	l := new(Limiter)
	if err := l.Spend(ctx, 1<<40); err != nil {
		t.Error(err)
	}
	l.Set(1000, 20*time.Millisecond)
	began := time.Now()
	for range 50 { // 5,000 bytes are five bursts
		if err := l.Spend(ctx, 100); err != nil {
			t.Error(err)
		}
	}
	if took := time.Since(began); took < 99*time.Millisecond {
		t.Errorf("five bursts took %v", took)
	}
	began = time.Now()
	if err := l.Spend(ctx, 3000); err != nil || time.Since(began) < 59*time.Millisecond {
		t.Errorf("three bursts at once took %v, %v", time.Since(began), err)
	}
	l.Set(1, time.Hour)
	freed := make(chan error, 1)
	go func() { freed <- l.Spend(ctx, 1) }()
	go l.Set(0, 0)
	select { // whoever came after the limit was lifted does not wait at all
	case err := <-freed:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second):
		t.Error("lifting the limit let nobody go")
	}
	l.Set(1, time.Hour)
	cancel()
	if err := l.Spend(ctx, 1); err == nil {
		t.Error("the end of the context is not noticed")
	}
}
