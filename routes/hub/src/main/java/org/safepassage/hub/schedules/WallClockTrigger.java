package org.safepassage.hub.schedules;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerPersistenceDelegateSupport;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerProperties;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.spi.MutableTrigger;
import org.quartz.spi.OperableTrigger;

/// Quartz's cron trigger, fired by [WallClock].
@SuppressWarnings({"JavaUtilDate", "serial"}) // Quartz speaks java.util.Date; kept as columns, never serialised
final class WallClockTrigger extends CronTriggerImpl {
    /// @throws IllegalArgumentException when the expression is none
    static WallClockTrigger of(String cron, String zone) {
        var trigger = new WallClockTrigger();
        trigger.setTimeZone(TimeZone.getTimeZone(ZoneId.of(zone)));
        try {
            trigger.setCronExpression(cron);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException("is no Quartz cron expression");
        }
        return trigger;
    }

    @Override
    protected @Nullable Date getTimeAfter(Date after) {
        return new WallClock(getCronExpression(), getTimeZone().toZoneId())
                .next(after.toInstant())
                .map(Date::from)
                .orElse(null);
    }

    /// Makes Quartz ask [Columns] instead of its own way of keeping cron triggers.
    @Override
    public boolean hasAdditionalProperties() {
        return true;
    }

    /// Keeps the trigger in Quartz's table for simple properties: expression and zone.
    public static final class Columns extends SimplePropertiesTriggerPersistenceDelegateSupport {
        /// For Quartz.
        public Columns() {}

        @Override
        public boolean canHandleTriggerType(OperableTrigger trigger) {
            return trigger instanceof WallClockTrigger;
        }

        @Override
        public String getHandledTriggerTypeDiscriminator() {
            return "WALL";
        }

        @Override
        protected SimplePropertiesTriggerProperties getTriggerProperties(OperableTrigger trigger) {
            var properties = new SimplePropertiesTriggerProperties();
            properties.setString1(((WallClockTrigger) trigger).getCronExpression());
            properties.setString2(((WallClockTrigger) trigger).getTimeZone().getID());
            return properties;
        }

        @Override
        protected TriggerPropertyBundle getTriggerPropertyBundle(SimplePropertiesTriggerProperties properties) {
            var builder = new ScheduleBuilder<WallClockTrigger>() {
                @Override
                public MutableTrigger build() {
                    return of(properties.getString1(), properties.getString2());
                }
            };
            return new TriggerPropertyBundle(builder, new String[0], new Object[0]);
        }
    }
}
