package org.safepassage.hub.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safepassage.connectors.Delivery;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.ReceiptFile;
import org.safepassage.connectors.RecipientDoor;
import org.safepassage.schemas.Content;

/// A recipient's system in memory, a fake because it must fail on demand and be watched.
public final class InBox implements RecipientDoor {
    private final List<String> files = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final List<ReceiptFile> receipts = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Delivery> answers = new ConcurrentLinkedDeque<>();
    private final AtomicReference<@Nullable DoorProblem> down = new AtomicReference<>();
    private final AtomicReference<@Nullable DoorProblem> stuck = new AtomicReference<>();
    private final AtomicInteger looks = new AtomicInteger();

    /// Names of the delivered files, oldest first.
    public List<String> files() {
        return List.copyOf(files);
    }

    /// What was delivered under this name.
    public byte[] content(String file) {
        return Objects.requireNonNull(contents.get(file)).clone();
    }

    /// How the next delivery ends instead of well.
    public void answer(Delivery delivery) {
        answers.add(delivery);
    }

    /// From now on the door cannot be used for receipts; null mends it.
    public void down(@Nullable DoorProblem problem) {
        down.set(problem);
    }

    /// From now on receipts can be read and not be moved away.
    public void stuck(DoorProblem problem) {
        stuck.set(problem);
    }

    /// Lets a receipt wait at the door.
    public void leave(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        receipts.add(new ReceiptFile(name, Content.of(bytes)));
    }

    /// How often somebody looked for receipts.
    public int looks() {
        return looks.get();
    }

    /// Receipts still waiting.
    public int waiting() {
        return receipts.size();
    }

    @Override
    public Delivery deliver(String fileName, Content content) {
        Delivery answer = answers.poll();
        if (answer != null) return answer;
        try (var in = content.open()) {
            contents.put(fileName, in.readAllBytes());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        files.add(fileName);
        return new Delivery.Delivered();
    }

    @Override
    public Stream<ReceiptFile> receipts() throws IOException {
        looks.incrementAndGet();
        DoorProblem problem = down.get();
        if (problem != null) throw problem;
        return receipts.stream();
    }

    @Override
    public void acknowledgeReceipt(ReceiptFile receipt) throws IOException {
        DoorProblem problem = stuck.get();
        if (problem != null) throw problem;
        receipts.removeIf(waiting -> waiting.name().equals(receipt.name()));
    }

    @Override
    public DoorReport test() {
        return new DoorReport(List.of());
    }

    @Override
    public void close() {}
}
