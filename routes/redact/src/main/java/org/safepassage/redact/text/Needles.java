package org.safepassage.redact.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/// Many strings searched for at once: an Aho-Corasick automaton (Aho and Corasick 1975). Immutable once built; a search
/// costs one step a char, however many needles there are.
public final class Needles {
    private static final int EMPTY = 0;

    /// Receives each place where a needle ends; `end` is exclusive.
    public interface Found {
        void at(int needle, int start, int end);
    }

    private final List<String> needles;
    private long[] keys = new long[64];
    private int[] targets = new int[64];
    private int transitions;
    private int states = 1;
    private int[] fail = new int[16];
    private int[] needleAt = new int[16];
    private int[] shorter = new int[16];

    private Needles(List<String> needles) {
        this.needles = List.copyOf(needles);
    }

    /// An automaton for these needles, none of them empty; an equal pair is reported once, as the first of them.
    public static Needles of(List<String> needles) {
        var automaton = new Needles(needles);
        for (int i = 0; i < needles.size(); i++) {
            automaton.insert(needles.get(i), i);
        }
        automaton.link();
        return automaton;
    }

    /// The needle with this number.
    public String needle(int number) {
        return needles.get(number);
    }

    /// Reports every needle in `text`, overlapping ones too.
    public void search(CharSequence text, Found found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            report(state, i + 1, found);
        }
    }

    /// The state after `c`, for callers that feed chars piece by piece; begin with 0.
    public int step(int state, char c) {
        int current = state;
        while (true) {
            int next = target(current, c);
            if (next != EMPTY) {
                return next;
            }
            if (current == 0) {
                return 0;
            }
            current = fail[current];
        }
    }

    /// Reports the needles that end in this state at `end`.
    public void report(int state, int end, Found found) {
        for (int s = needleAt[state] == 0 ? shorter[state] : state; s != 0; s = shorter[s]) {
            int needle = needleAt[s] - 1;
            found.at(needle, end - needles.get(needle).length(), end);
        }
    }

    private void insert(String needle, int number) {
        int state = 0;
        for (int i = 0; i < needle.length(); i++) {
            int next = target(state, needle.charAt(i));
            if (next == EMPTY) {
                next = states++;
                grow();
                put(key(state, needle.charAt(i)), next);
            }
            state = next;
        }
        if (state != 0 && needleAt[state] == 0) {
            needleAt[state] = number + 1;
        }
    }

    private void link() {
        long[] edges = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
        int[] firstEdge = new int[states + 1];
        Arrays.fill(firstEdge, edges.length);
        for (int i = edges.length - 1; i >= 0; i--) {
            firstEdge[state(edges[i])] = i;
        }
        var queue = new ArrayDeque<Integer>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int parent = queue.remove();
            for (int i = firstEdge[parent]; i < edges.length && state(edges[i]) == parent; i++) {
                char c = (char) (edges[i] & 0xFFFF);
                int child = target(parent, c);
                fail[child] = parent == 0 ? 0 : step(fail[parent], c);
                shorter[child] = needleAt[fail[child]] != 0 ? fail[child] : shorter[fail[child]];
                queue.add(child);
            }
        }
    }

    private static int state(long key) {
        return (int) (key >>> 16) - 1;
    }

    private static long key(int state, char c) {
        return ((long) state + 1) << 16 | c;
    }

    private int target(int state, char c) {
        long key = key(state, c);
        int slot = slot(key);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return EMPTY;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (keys.length - 1);
    }

    private void put(long key, int target) {
        if (transitions * 2 >= keys.length) {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            targets = new int[oldKeys.length * 2];
            transitions = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    put(oldKeys[i], oldTargets[i]);
                }
            }
        }
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
        transitions++;
    }

    private void grow() {
        if (states >= fail.length) {
            fail = Arrays.copyOf(fail, states * 2);
            needleAt = Arrays.copyOf(needleAt, states * 2);
            shorter = Arrays.copyOf(shorter, states * 2);
        }
    }
}
