# How long lme4 takes for the mixed model of the benchmark: 400,000 ratings of 500 SDRs by 250 AEs. Run: Rscript time-lme4.R
suppressMessages(library(lme4))
set.seed(1)
n <- 400000
d <- data.frame(sdr = factor(sample(500, n, TRUE)), ae = factor(sample(250, n, TRUE)))
d$y <- pmin(10, pmax(1, round(7 + 0.6 * rnorm(500)[d$sdr] + 0.7 * rnorm(250)[d$ae] + 1.2 * rnorm(n))))
print(system.time(m <- lmer(y ~ 1 + (1 | sdr) + (1 | ae), d)))
print(VarCorr(m))
cat("lme4", as.character(packageVersion("lme4")), R.version.string, "\n")
