package org.safepassage.hub.schedules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.safepassage.hub.configuration.Configuration;
import org.safepassage.hub.configuration.ExchangeFile;
import org.safepassage.hub.configuration.ExchangeFile.Misfire;
import org.safepassage.hub.configuration.RunningConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs exchanges by their schedules. Quartz keeps the schedules in the ledger's database, so that each
/// fires once however many hubs share it, and goes on with another hub when one is killed. Thread-safe.
@SuppressWarnings("JavaUtilDate") // Quartz speaks java.util.Date
public final class Schedules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final String GROUP = "exchanges";
    private static final String MADE_UP = "made-up";
    private static final String SELF = "schedules";
    private static final int MOST_TOLD = 1000;

    private final Scheduler quartz;
    private final RunningConfiguration configuration;
    private final Pauses pauses;
    private final Runs runs;
    private final InstantSource clock;

    /// @param database the ledger's
    /// @param configuration tells schedules and blackouts
    /// @param pauses that are on
    /// @param runs what a schedule starts
    /// @param clock tells what was missed
    /// @throws SchedulerException when Quartz cannot be set up
    public Schedules(
            DataSource database, RunningConfiguration configuration, Pauses pauses, Runs runs, InstantSource clock)
            throws SchedulerException {
        this.configuration = configuration;
        this.pauses = pauses;
        this.runs = runs;
        this.clock = clock;
        this.quartz = QuartzOnLedger.scheduler(database);
        quartz.getContext().put(SELF, this);
    }

    /// Fires from now on. What was missed while no hub ran is made up for as each exchange says.
    public void start() throws SchedulerException {
        apply(configuration.now());
        quartz.start();
    }

    /// Takes over the schedules of a configuration. One that stays the same keeps when it is due, paused or
    /// not.
    public void apply(Configuration now) throws SchedulerException {
        var wanted = new HashSet<String>();
        for (ExchangeFile exchange : now.exchanges().values()) {
            if (exchange.schedule().isEmpty()) continue;
            wanted.add(exchange.name());
            Trigger trigger = trigger(exchange.name(), exchange.schedule().get());
            if (!same(quartz.getTrigger(trigger.getKey()), trigger)) replace(exchange.name(), trigger);
        }
        for (JobKey job : quartz.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!wanted.contains(job.getName())) quartz.deleteJob(job);
        }
    }

    private static boolean same(@org.jspecify.annotations.Nullable Trigger old, Trigger fresh) {
        return old instanceof WallClockTrigger one
                && fresh instanceof WallClockTrigger other
                && one.getCronExpression().equals(other.getCronExpression())
                && one.getTimeZone().equals(other.getTimeZone())
                && one.getMisfireInstruction() == other.getMisfireInstruction();
    }

    private void replace(String exchange, Trigger trigger) throws SchedulerException {
        var job = JobBuilder.newJob(Fire.class)
                .withIdentity(exchange, GROUP)
                .requestRecovery()
                .build();
        quartz.scheduleJob(job, Set.of(trigger), true);
        if (pauses.of(exchange).isPresent()) quartz.pauseTrigger(trigger.getKey());
    }

    private static Trigger trigger(String exchange, ExchangeFile.Schedule schedule) {
        var trigger = WallClockTrigger.of(schedule.cron(), schedule.zone());
        trigger.setKey(TriggerKey.triggerKey(exchange, GROUP));
        trigger.setStartTime(new Date());
        trigger.setMisfireInstruction(
                switch (schedule.misfire()) {
                    case ONCE -> WallClockTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW;
                    case SKIP -> WallClockTrigger.MISFIRE_INSTRUCTION_DO_NOTHING;
                    case EACH -> Trigger.MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY;
                });
        return trigger;
    }

    /// The schedule of an exchange rests until it is resumed, over restarts, too; runs on demand go on.
    ///
    /// @return false when it rests already
    /// @throws NoSuchElementException when there is no such exchange
    public boolean pause(String exchange, String who, String why) throws SchedulerException {
        configuration.now().exchange(exchange);
        if (!pauses.begin(exchange, who, why)) return false;
        quartz.pauseTrigger(TriggerKey.triggerKey(exchange, GROUP));
        LOG.info("exchange={} paused by {}", exchange, who);
        return true;
    }

    /// What was missed in a pause.
    ///
    /// @param missed when it would have run, at most a thousand
    /// @param made how many runs make up for that
    public record Resumed(boolean wasPaused, List<Instant> missed, int made) {}

    /// Ends a pause and makes up for what was missed as the exchange says.
    ///
    /// @throws NoSuchElementException when there is no such exchange
    public Resumed resume(String exchange, String who) throws SchedulerException {
        var schedule = configuration.now().exchange(exchange).schedule();
        var pause = pauses.of(exchange);
        if (pause.isEmpty()) return new Resumed(false, List.of(), 0);
        pauses.end(exchange);
        LOG.info("exchange={} resumed by {}", exchange, who);
        if (schedule.isEmpty()) return new Resumed(true, List.of(), 0);
        var missed = new DueTimes(schedule.get()).between(pause.get().at(), clock.instant(), MOST_TOLD);
        int made = switch (schedule.get().misfire()) {
            case SKIP -> 0;
            case ONCE -> Math.min(1, missed.size());
            case EACH -> missed.size();
        };
        replace(exchange, trigger(exchange, schedule.get()));
        for (int run = 0; run < made; run++) due(exchange);
        return new Resumed(true, missed, made);
    }

    /// When an exchange runs next: not in a blackout, and never while it is paused.
    public Optional<Instant> next(String exchange) {
        var schedule = configuration.now().exchange(exchange).schedule();
        if (schedule.isEmpty() || pauses.of(exchange).isPresent()) return Optional.empty();
        return new DueTimes(schedule.get()).next(clock.instant());
    }

    /// An exchange is due: it runs, or waits for the end of a blackout.
    private void due(String exchange) throws SchedulerException {
        var file = configuration.now().exchanges().get(exchange);
        if (file == null
                || file.schedule().isEmpty()
                || !configuration.now().settings().schedules()) return;
        var schedule = file.schedule().get();
        var end = new DueTimes(schedule).blackoutEnd(clock.instant());
        if (end.isEmpty()) {
            if (!runs.run(exchange) && schedule.misfire() == Misfire.EACH) runs.again(exchange);
        } else if (schedule.misfire() == Misfire.SKIP) {
            LOG.info("exchange={} not run: a blackout is on until {}", exchange, end.get());
        } else {
            LOG.info("exchange={} waits: a blackout is on until {}", exchange, end.get());
            var later = TriggerBuilder.newTrigger()
                    .withIdentity(exchange, MADE_UP)
                    .forJob(exchange, GROUP)
                    .startAt(Date.from(end.get()))
                    .build();
            if (quartz.rescheduleJob(later.getKey(), later) == null) quartz.scheduleJob(later);
        }
    }

    /// What Quartz calls when a trigger fires. Made by Quartz.
    @DisallowConcurrentExecution
    public static final class Fire implements Job {
        /// For Quartz.
        public Fire() {}

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                var self = (Schedules) Objects.requireNonNull(
                        context.getScheduler().getContext().get(SELF));
                self.due(context.getJobDetail().getKey().getName());
            } catch (SchedulerException failed) {
                throw new JobExecutionException(failed);
            }
        }
    }

    /// Fires no more; a run that is being ordered is ordered to its end.
    @Override
    public void close() throws SchedulerException {
        quartz.shutdown(true);
    }
}
