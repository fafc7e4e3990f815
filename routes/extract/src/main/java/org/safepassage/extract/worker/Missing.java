package org.safepassage.extract.worker;

import java.util.ArrayList;
import java.util.List;

/// Which pages stayed without text, and why: written `ocr-missing: pages 2-5, 9`.
final class Missing {
    private final List<Integer> pages = new ArrayList<>();
    private String reason = "";

    void add(String why, int page) {
        if (reason.isEmpty()) {
            reason = why;
        }
        pages.add(page);
    }

    @Override
    public String toString() {
        if (pages.isEmpty()) {
            return "";
        }
        var ranges = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            int first = pages.get(i);
            while (i + 1 < pages.size() && pages.get(i + 1) == pages.get(i) + 1) {
                i++;
            }
            ranges.append(ranges.isEmpty() ? "" : ", ").append(first);
            if (pages.get(i) > first) {
                ranges.append('-').append(pages.get(i));
            }
        }
        return reason + (pages.size() == 1 ? ": page " : ": pages ") + ranges;
    }
}
