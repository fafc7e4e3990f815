package org.safepassage.hub.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safepassage.redact.renditions.video.VideoSettings;
import org.safepassage.release.consignments.OpenPgpForm;

/// Turns schema-checked YAML into records and fills in the defaults that the schemas state.
final class ConfigRecords {
    private ConfigRecords() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static PartnerFile partner(String name, JsonNode node) {
        return new PartnerFile(
                name,
                node.path("label").asText(name),
                node.path("connector").asText(),
                strings(node.path("parameters")),
                node.path("mapping").asText(),
                node.path("caseNumber").asText(),
                limits(node.path("limits")));
    }

    private static PartnerLimits limits(JsonNode node) {
        var usual = PartnerLimits.defaults();
        return new PartnerLimits(
                node.path("callsPerMinute").asInt(usual.callsPerMinute()),
                node.path("bytesPerSecond").asLong(usual.bytesPerSecond()),
                node.path("largestItemMegabytes").asInt(usual.largestItemMegabytes()),
                node.path("concurrency").asInt(usual.concurrency()),
                node.path("failures").asInt(usual.failures()),
                node.path("restSeconds").asInt(usual.restSeconds()));
    }

    static RecipientFile recipient(String name, JsonNode node) {
        var delivery = node.path("delivery");
        return new RecipientFile(
                name,
                node.path("label").asText(name),
                node.path("publicKey").asText(),
                OpenPgpForm.valueOf(node.path("openPgp").asText("v4").toUpperCase(Locale.ROOT)),
                delivery.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new RecipientFile.Delivery(
                                delivery.path("connector").asText(), strings(delivery.path("parameters")))),
                text(node, "brokerPassword"));
    }

    static ExchangeFile exchange(String name, JsonNode node) {
        var schedule = node.path("schedule");
        List<String> categories = new ArrayList<>();
        node.path("categories").forEach(category -> categories.add(category.asText()));
        return new ExchangeFile(
                name,
                node.path("partner").asText(),
                node.path("recipient").asText(),
                node.path("agreement").asText(),
                node.path("purpose").asText(),
                categories,
                schedule.isMissingNode() ? Optional.empty() : Optional.of(schedule(schedule)),
                node.path("sandbox").asBoolean(false));
    }

    private static ExchangeFile.Schedule schedule(JsonNode node) {
        var blackouts = new ArrayList<ExchangeFile.Blackout>();
        for (JsonNode blackout : node.path("blackouts")) {
            var days = EnumSet.noneOf(DayOfWeek.class);
            blackout.path("days").forEach(day -> days.add(DayOfWeek.valueOf(day.asText())));
            blackouts.add(new ExchangeFile.Blackout(
                    days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                    LocalTime.parse(blackout.path("from").asText()),
                    LocalTime.parse(blackout.path("until").asText())));
        }
        return new ExchangeFile.Schedule(
                node.path("cron").asText(),
                node.path("zone").asText(),
                ExchangeFile.Misfire.valueOf(node.path("misfire").asText("once").toUpperCase(Locale.ROOT)),
                blackouts);
    }

    static Settings settings(JsonNode node) {
        var listen = node.path("listen");
        var extraction = node.path("extraction");
        var redaction = node.path("redaction");
        var retries = node.path("retries");
        var database = node.path("database");
        return new Settings(
                new Settings.Listen(
                        listen.path("address").asText("127.0.0.1"),
                        listen.path("port").asInt(8787),
                        listen.path("amqpAddress").asText("127.0.0.1"),
                        listen.path("amqpPort").asInt(5672)),
                new Settings.Extraction(
                        extraction.path("workers").asInt(2),
                        extraction.path("cpuSeconds").asInt(120),
                        extraction.path("heapMegabytes").asInt(512),
                        extraction.path("ocr").asBoolean(true)),
                new Settings.Redaction(
                        text(redaction, "classifier"),
                        redaction.path("classifierThreads").asInt(1),
                        text(redaction, "faceModel")),
                videos(node.path("videos")),
                new Settings.Retries(
                        retries.path("attempts").asInt(8),
                        retries.path("firstDelayMillis").asLong(1000),
                        retries.path("longestDelayMillis").asLong(60_000)),
                new Settings.Disk(node.path("disk").path("pauseBelowFreeShare").asDouble(0.1)),
                new Settings.Database(
                        text(database, "url"),
                        database.path("user").asText("safepassage"),
                        database.path("password").asText("")),
                node.path("schedules").asBoolean(true));
    }

    private static Settings.Videos videos(JsonNode videos) {
        var otherwise = Settings.Videos.defaults();
        var limits = otherwise.limits();
        return new Settings.Videos(
                new VideoSettings(
                        videos.path("longestSeconds").asInt(limits.longestSeconds()),
                        videos.path("mostPixels").asLong(limits.mostPixels()),
                        videos.path("stepMillis").asInt(limits.stepMillis()),
                        videos.path("slowStepMillis").asInt(limits.slowStepMillis()),
                        videos.path("cpuSeconds").asInt(limits.cpuSeconds()),
                        videos.path("cpuSecondsPerSecond").asInt(limits.cpuSecondsPerSecond()),
                        limits.words()),
                videos.path("heapMegabytes").asInt(otherwise.heapMegabytes()),
                videos.path("memoryMegabytes").asInt(otherwise.memoryMegabytes()));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.ofNullable(node.path(key).asText(null));
    }

    private static Map<String, String> strings(JsonNode node) {
        var all = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }
}
