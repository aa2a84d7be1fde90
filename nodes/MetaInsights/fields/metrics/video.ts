import { choicesOf } from '../choices';

export const videoMetrics = choicesOf('Video', {
	cost_per_15_sec_video_view: { name: 'Cost per View of 15 Seconds', description: '' },
	cost_per_2_sec_continuous_video_view: {
		name: 'Cost per Continuous View of 2 Seconds',
		description: '',
	},
	cost_per_thruplay: 'Average cost of a ThruPlay; in development',
	video_30_sec_watched_actions: {
		name: 'Watched for 30 Seconds',
		description: 'Plays of at least 30 s; no replays',
	},
	video_avg_time_watched_actions: {
		name: 'Average Time Watched',
		description: 'Average play time, with replays',
	},
	video_continuous_2_sec_watched_actions: {
		name: 'Watched for 2 Seconds Without a Break',
		description: '',
	},
	video_p100_watched_actions: { name: 'Watched to 100%', description: 'Plays at 100%' },
	video_p25_watched_actions: { name: 'Watched to 25%', description: 'Plays at 25%' },
	video_p50_watched_actions: { name: 'Watched to 50%', description: 'Plays at 50%' },
	video_p75_watched_actions: { name: 'Watched to 75%', description: 'Plays at 75%' },
	video_p95_watched_actions: { name: 'Watched to 95%', description: 'Plays at 95%' },
	video_play_actions: { name: 'Plays', description: 'Play starts, no replays; in development' },
	video_play_curve_actions: {
		name: 'Play Curve',
		description: 'Share of plays that reached each second',
	},
	video_play_retention_0_to_15s_actions: {
		name: 'Play Retention, 0 to 15 Seconds',
		description: '',
	},
	video_play_retention_20_to_60s_actions: {
		name: 'Play Retention, 20 to 60 Seconds',
		description: '',
	},
	video_play_retention_graph_actions: { name: 'Play Retention, Graph', description: '' },
	video_thruplay_watched_actions: {
		name: 'ThruPlays',
		description: 'Plays to the end or for at least 15 seconds',
	},
	video_time_watched_actions: { name: 'Time Watched', description: '' },
});
