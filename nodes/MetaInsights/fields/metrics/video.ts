import { choicesOf } from '../choices';

export const videoMetrics = choicesOf('Video', {
	cost_per_15_sec_video_view: '',
	cost_per_2_sec_continuous_video_view: '',
	cost_per_thruplay: 'Average cost of a ThruPlay; in development',
	video_30_sec_watched_actions: 'Plays of at least 30 s; no replays',
	video_avg_time_watched_actions: 'Average play time, with replays',
	video_continuous_2_sec_watched_actions: '',
	video_p100_watched_actions: 'Plays at 100%',
	video_p25_watched_actions: 'Plays at 25%',
	video_p50_watched_actions: 'Plays at 50%',
	video_p75_watched_actions: 'Plays at 75%',
	video_p95_watched_actions: 'Plays at 95%',
	video_play_actions: 'Play starts, no replays; in development',
	video_play_curve_actions: 'Share of plays that reached each second',
	video_play_retention_0_to_15s_actions: '',
	video_play_retention_20_to_60s_actions: '',
	video_play_retention_graph_actions: '',
	video_thruplay_watched_actions: 'Plays to the end or for at least 15 seconds',
	video_time_watched_actions: '',
});
