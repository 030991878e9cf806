// Time series on uPlot. Data comes as one block of doubles: the times, then each series; NaN is a gap.
import uPlot from "../lib/uplot.js";

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const two = n => String(n).padStart(2, "0");
const time = s => { const d = new Date(s * 1000); return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`; };
const day = s => { const d = new Date(s * 1000); return `${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${time(s)}`; };

export function create(host, options) {
  let chart = null, data = [[]], bytes = null;
  const number = v => v == null ? "–" : (Math.abs(v) >= 100 ? v.toFixed(0) : v.toFixed(1)) + options.unit;

  const build = () => {
    chart?.destroy();
    const grid = { stroke: css("--line"), width: 1 };
    const axis = { stroke: css("--ink-3"), font: `11px ${css("--sans")}`, grid, ticks: { show: false } };
    chart = new uPlot({
      width: host.clientWidth, height: options.height,
      padding: [12, 12, 0, 0],
      tzDate: ts => uPlot.tzDate(new Date(ts * 1000), "Etc/UTC"),
      cursor: { sync: options.sync ? { key: options.sync } : undefined, points: { size: 6 }, y: false },
      legend: { live: true },
      // A first value alone has no width: it stands at the right of ten minutes.
      scales: { x: { range: (_, min, max) => min == null ? [0, 1] : max - min < 60 ? [max - 600, max + 60] : [min, max] }, y: { range: (_, min, max) => [0, options.max ?? Math.max(max * 1.1, ...options.thresholds.map(t => t.value * 1.1), 1)] } },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((t, i) => i === 0 || new Date(t * 1000).getUTCDate() !== new Date(ticks[i - 1] * 1000).getUTCDate() ? day(t) : time(t)), space: 90 },
        { ...axis, values: (_, ticks) => ticks.map(v => v + options.unit), size: 52 },
      ],
      series: [
        { label: options.timeLabel, value: (_, v) => v == null ? "–" : day(v) },
        ...options.names.map((name, i) => ({
          label: name, stroke: css(`--chart-${i % 6 + 1}`), width: 1.5, points: { show: () => data[0].length < 3, size: 6 }, spanGaps: false, value: (_, v) => number(v),
        })),
      ],
      hooks: { draw: [lines] },
    }, data, host);
  };

  const lines = u => {
    const { ctx, bbox } = u;
    for (const { value, label } of options.thresholds) {
      const y = u.valToPos(value, "y", true);
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = css("--attention");
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
      ctx.beginPath(); ctx.moveTo(bbox.left, y); ctx.lineTo(bbox.left + bbox.width, y); ctx.stroke();
      ctx.font = `${11 * devicePixelRatio}px ${css("--sans")}`;
      ctx.fillText(label, bbox.left + 4 * devicePixelRatio, y - 4 * devicePixelRatio);
      ctx.restore();
    }
  };

  const resize = new ResizeObserver(() => { if (chart && host.clientWidth) chart.setSize({ width: host.clientWidth, height: options.height }); });
  resize.observe(host);
  document.documentElement.addEventListener("themechange", build);

  return {
    show(raw, count, names) {
      bytes = raw;
      const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      const next = [];
      for (let i = 0; i <= names.length; i++)
        next.push(Array.from(all.subarray(i * count, (i + 1) * count), v => Number.isNaN(v) ? null : v));
      const same = chart && names.join() === options.names.join();
      options.names = names;
      data = next;
      if (same) chart.setData(data); else build();
    },
    dispose() { resize.disconnect(); document.documentElement.removeEventListener("themechange", build); chart?.destroy(); },
  };
}
